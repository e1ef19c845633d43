import type { Connection } from "../calls/call";
import { sameIdentity } from "../model/identity";
import type { Subnet } from "../model/network-model";
import { type Finding, together } from "./finding";
import { checkPassages, otherSide, type Passage, type PublicSide, withAddresses } from "./network-acls";
import { alike } from "./transit-network-acls";
import type { TransitWay } from "./way-to-internet";

/**
 * The network ACLs on the ways to NAT gateways in other VPCs let calls and their answers pass: those of the NAT gateways'
 * subnets, and those of the subnets by which the VPCs are attached to a transit gateway. What comes out of a transit gateway in
 * the very subnet to which it goes, passes none.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-nacls.html
 */
export function checkTransitWayNetworkAcls(
  call: Connection,
  transits: readonly TransitWay[],
  there: PublicSide,
): Finding | undefined {
  const side = withAddresses(there);
  return together(transits.flatMap((transit) => ofWay(call, transit, side)));
}

type Side = ReturnType<typeof withAddresses>;

function ofWay(call: Connection, { source, nat, there, back }: TransitWay, side: Side): (Finding | undefined)[] {
  const forEachPort = (passagesOf: (port: number) => readonly Passage[]) => call.ports.flatMap(passagesOf);
  const own = otherSide(source);
  const leaves = there.entries.map((gate) =>
    isSame(gate, source) ? [] : forEachPort((port) => [{ subnet: gate, direction: "ingress", port, ...own }]),
  );
  // The route table there leads to the NAT gateway, which is in another subnet for that reason.
  const arrives = there.exits?.map((gate) =>
    forEachPort((port) => [
      { subnet: gate, direction: "egress", port, ...side },
      { subnet: nat, direction: "ingress", port, ...own },
    ]),
  );
  const turns = forEachPort((port) => [
    { subnet: nat, direction: "egress", port, ...side },
    { subnet: nat, direction: "ingress", port: "ephemeral", ...side },
    { subnet: nat, direction: "egress", port: "ephemeral", ...own },
  ]);
  const answers = back.entries.map((gate): readonly Passage[] => [
    { subnet: gate, direction: "ingress", port: "ephemeral", ...side },
  ]);
  const comesBack = back.exits?.map((gate): readonly Passage[] =>
    isSame(gate, source)
      ? []
      : [
          { subnet: gate, direction: "egress", port: "ephemeral", ...own },
          { subnet: source, direction: "ingress", port: "ephemeral", ...side },
        ],
  );
  return [
    checkPassages(call, turns),
    ...[leaves, arrives ?? [], answers, comesBack ?? []].map((ways) => alike(call, ways, nat)),
  ];
}

function isSame(one: Subnet, other: Subnet): boolean {
  return sameIdentity(one.id, other.id) === "yes";
}
