import type { Connection, InterfaceConnection } from "../calls/call";
import { sameIdentity } from "../model/identity";
import type { NetworkThing, Subnet } from "../model/network-model";
import { subnetsInQuestion, subnetsOfEndpoint } from "./endpoint-interfaces";
import { type Finding, open, together } from "./finding";
import { checkPassages, otherSide, type Passage } from "./network-acls";
import { transitGates } from "./transit-gates";

/**
 * The network ACLs let the call and its answer pass between the subnets by which both VPCs are attached to a transit gateway,
 * and those of the task and the endpoint. What comes out of a transit gateway in the very subnet to which it goes, passes none.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-nacls.html
 */
export function checkTransitNetworkAcls(call: InterfaceConnection): Finding | undefined {
  const ofTask = call.subnets;
  const ofEndpoint = subnetsOfEndpoint(call);
  const there = { from: ofTask, to: ofEndpoint, ports: call.ports };
  const back = { from: ofEndpoint, to: ofTask, ports: ["ephemeral"] } as const;
  return together([
    worst([...departures(call, there), ...arrivals(call, back)]),
    worst([...arrivals(call, there), ...departures(call, back)]),
  ]);
}

/**
 * Whether packets arrive in a subnet out of a transit gateway, so that it is for {@link checkTransitNetworkAcls} to say which
 * network ACLs they meet there.
 */
export function arrivesByTransit(call: InterfaceConnection, from: Subnet, to: Subnet): boolean {
  return subnetsInQuestion(call) === undefined && transitGates(call.view, from, to, [from]) !== undefined;
}

interface Direction {
  readonly from: readonly Subnet[];
  readonly to: readonly Subnet[];
  readonly ports: readonly Passage["port"][];
}

/** The way from each subnet to the transit gateway. */
function departures(call: InterfaceConnection, direction: Direction): readonly (Finding | undefined)[] {
  return pairs(call, direction, ({ from, gates }) => {
    const own = gates.entries.some(({ id }) => sameIdentity(id, from.id) === "yes");
    const ways = gates.entries.map((gate) => passing(direction, [{ subnet: gate, direction: "ingress", other: from }]));
    return own ? undefined : alike(call, ways, call.endpoint);
  });
}

/** The way from the transit gateway to each subnet. */
function arrivals(call: InterfaceConnection, direction: Direction): readonly (Finding | undefined)[] {
  return pairs(call, direction, ({ from, to, gates }) => {
    const into: readonly Border[] = arrivesByTransit(call, from, to)
      ? [{ subnet: to, direction: "ingress", other: from }]
      : [];
    const by = (gate: Subnet): readonly Border[] =>
      sameIdentity(gate.id, to.id) === "yes" ? [] : [{ subnet: gate, direction: "egress", other: to }, ...into];
    const ways = gates.exits?.map(by) ?? [[], into];
    return alike(
      call,
      ways.map((borders) => passing(direction, borders)),
      call.endpoint,
    );
  });
}

interface Border {
  readonly subnet: Subnet;
  readonly direction: Passage["direction"];
  readonly other: Subnet;
}

function passing({ ports }: Direction, borders: readonly Border[]): readonly Passage[] {
  return ports.flatMap((port) =>
    borders.map(({ subnet, direction, other }) => ({ subnet, direction, port, ...otherSide(other) })),
  );
}

function pairs<T>(
  { view }: InterfaceConnection,
  { from, to }: Direction,
  each: (pair: { from: Subnet; to: Subnet; gates: NonNullable<ReturnType<typeof transitGates>> }) => T,
): readonly T[] {
  return from.flatMap((source) =>
    to.flatMap((target) => {
      const gates = transitGates(view, source, target, from);
      return gates === undefined ? [] : [each({ from: source, to: target, gates })];
    }),
  );
}

/**
 * What the ways come to, of which nobody knows which one the packets take.
 *
 * @param other what is on the other side, for messages
 */
export function alike(
  call: Connection,
  ways: readonly (readonly Passage[])[],
  other: Pick<NetworkThing, "address">,
): Finding | undefined {
  const findings = ways.map((passages) => checkPassages(call, passages));
  const [first] = findings;
  if (findings.every((finding) => verdictOf(finding) === verdictOf(first))) {
    return findings.find((finding) => finding !== undefined);
  }
  return open({
    code: "network-acl-unknown",
    what: `whether the network ACLs of the transit gateway's subnets let the call to ${other.address} and its answer pass`,
    because: "they are not alike, and by which zone the packets come is not known",
    assure: `each of them lets TCP ${call.ports.join(", ")} and the answers pass`,
    path: other.address,
  });
}

function verdictOf(finding: Finding | undefined): Finding["verdict"] {
  return finding?.verdict ?? "proved";
}

function worst(findings: readonly (Finding | undefined)[]): Finding | undefined {
  const of = (verdict: Finding["verdict"]) => findings.find((finding) => finding?.verdict === verdict);
  return of("broken") ?? of("unknown") ?? of("proved");
}
