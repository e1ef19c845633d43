import type { EndpointServiceName } from "../../aws/endpoint-services/catalog";
import { isWindows } from "../../aws/operating-system";
import type { Connection, InterfaceConnection } from "../calls/call";
import { type AddressRange, EVERY_ADDRESS, publicPart } from "../model/address-range";
import { knownValue } from "../model/fact";
import { sameIdentity } from "../model/identity";
import type { Subnet } from "../model/network-model";
import { subnetsInQuestion, subnetsOfEndpoint } from "./endpoint-interfaces";
import { breaks, type Finding, holds, open } from "./finding";
import { type AclVerdict, networkAclAdmits } from "./network-acl-admits";

/** Ports on which answers come back. Source: Amazon VPC User Guide, "Ephemeral ports". */
const EPHEMERAL = { fromPort: 1024, toPort: 65535 } as const;
/** The part of them that Linux uses by default (`ip_local_port_range`). Source: https://docs.kernel.org/networking/ip-sysctl.html */
const EPHEMERAL_OF_LINUX = { fromPort: 32768, toPort: 60999 } as const;
/** The part of them that Windows uses. Source: Amazon VPC User Guide, "Ephemeral ports". */
const EPHEMERAL_OF_WINDOWS = { fromPort: 49152, toPort: 65535 } as const;

const PASS = "the network ACLs let the call and its answer pass";

/** What has to pass at the border of a subnet. */
export interface Passage {
  readonly subnet: Subnet;
  readonly direction: "ingress" | "egress";
  /** The service's port, or the answers' ports. */
  readonly port: number | "ephemeral";
  /** The other side's addresses. @default - they are not known */
  readonly addresses?: readonly AddressRange[];
  /** The service of which these are addresses, all in its prefix list. @default - they are those of something else */
  readonly service?: EndpointServiceName;
  readonly other: string;
}

/** Whether packets from one subnet pass the border of another one when they arrive. */
type Arrival = (from: Subnet, to: Subnet) => boolean;

/** The addresses of services, of which AWS alone knows where in the public range they are. */
const PUBLIC = publicPart(EVERY_ADDRESS);

/**
 * The network ACLs of the task's and the endpoint's subnets let the call and its answer pass. They do not see what stays
 * in one subnet.
 *
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/verify-connectivity.html
 *
 * @param arrival - @default - packets from one subnet to another one pass the borders of both
 */
export function checkNetworkAcls(call: InterfaceConnection, arrival: Arrival = () => true): Finding | undefined {
  const inQuestion = subnetsInQuestion(call);
  if (inQuestion === undefined) return checkPassages(call, passagesTo(call, subnetsOfEndpoint(call), arrival));
  const findings = inQuestion.map((subnet) => checkPassages(call, passagesTo(call, [subnet], arrival)) ?? holds(PASS));
  const [first] = findings;
  const differing = findings.find(({ verdict }) => verdict !== first?.verdict);
  if (differing === undefined) return first;
  return open({
    code: "network-acl-unknown",
    what: `whether the network ACLs let the call to ${call.endpoint.address} and its answer pass`,
    because: `its subnets are known only when Terraform runs, and the network ACLs of its VPC are not alike`,
    assure: `they do in each subnet of ${call.endpoint.address}`,
    path: call.endpoint.address,
  });
}

function passagesTo(call: InterfaceConnection, subnets: readonly Subnet[], arrival: Arrival): readonly Passage[] {
  const passages: Passage[] = [];
  for (const port of call.ports) {
    for (const from of call.subnets) {
      for (const to of subnets) {
        if (sameIdentity(from.id, to.id) === "yes") continue;
        const [toTask, toEndpoint] = [otherSide(from), otherSide(to)];
        passages.push({ subnet: from, direction: "egress", port, ...toEndpoint });
        if (arrival(from, to)) passages.push({ subnet: to, direction: "ingress", port, ...toTask });
        passages.push({ subnet: to, direction: "egress", port: "ephemeral", ...toTask });
        if (arrival(to, from)) passages.push({ subnet: from, direction: "ingress", port: "ephemeral", ...toEndpoint });
      }
    }
  }
  return passages;
}

/** Public addresses on the other side of a connection: what has them, in words, and which they are. */
export interface PublicSide extends Pick<Passage, "other" | "service"> {
  /** @default - all public addresses, of which AWS alone knows which ones the other side has */
  readonly addresses?: readonly AddressRange[] | undefined;
}

/**
 * The network ACLs of the task's subnets let calls to public addresses and their answers pass. ACLs know no prefix lists: to
 * admit the addresses of a service they have a rule for each block of its list.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
 *
 * @param isAnswered whether answers come into a subnet past its network ACL alone @default - they do
 */
export function checkPublicNetworkAcls(
  call: Connection,
  there: PublicSide,
  isAnswered: (subnet: Subnet) => boolean = () => true,
): Finding | undefined {
  const side = withAddresses(there);
  const passages = call.ports.flatMap((port) =>
    call.subnets.flatMap((subnet): Passage[] => [
      { subnet, direction: "egress", port, ...side },
      ...(isAnswered(subnet) ? [{ subnet, direction: "ingress", port: "ephemeral", ...side } as const] : []),
    ]),
  );
  return checkPassages(call, passages);
}

/** Public addresses as the other side of a passage. */
export function withAddresses({
  addresses = PUBLIC,
  ...side
}: PublicSide): Pick<Passage, "addresses" | "other" | "service"> {
  return { ...side, addresses };
}

/** The network ACLs on both sides of a NAT gateway, which is in a subnet of its own, let calls and their answers pass. */
export function checkNatNetworkAcls(
  call: Connection,
  natSubnets: readonly Subnet[],
  there: PublicSide,
): Finding | undefined {
  const side = withAddresses(there);
  const passages = call.ports.flatMap((port) =>
    natSubnets.flatMap((nat): Passage[] => [
      ...call.subnets.flatMap((from) => [
        { subnet: nat, direction: "ingress", port, ...otherSide(from) } as const,
        { subnet: nat, direction: "egress", port: "ephemeral", ...otherSide(from) } as const,
      ]),
      { subnet: nat, direction: "egress", port, ...side },
      { subnet: nat, direction: "ingress", port: "ephemeral", ...side },
    ]),
  );
  return checkPassages(call, passages);
}

/** The other side of a passage, as far as its addresses are known. */
export function otherSide({ cidrBlock, address }: Subnet): Pick<Passage, "addresses" | "other"> {
  return { ...(cidrBlock.known ? { addresses: [cidrBlock.value] } : {}), other: address };
}

/** What the network ACLs make of packets that have to pass. */
export function checkPassages(call: Connection, passages: readonly Passage[]): Finding | undefined {
  let question: Finding | undefined;
  for (const passage of passages) {
    const verdict = passes(call, passage);
    if (verdict.truth === "no") return blocked(passage, verdict);
    if (verdict.truth === "unknown") question ??= notKnown(passage, verdict);
  }
  if (question !== undefined || passages.length === 0) return question;
  return holds(PASS);
}

function passes({ view, task }: Connection, { subnet, direction, port, addresses, service }: Passage): AclVerdict {
  const ports = port === "ephemeral" ? EPHEMERAL : { fromPort: port, toPort: port };
  const ofService = service === undefined ? {} : { service };
  const range = { direction, addresses: addresses ?? [EVERY_ADDRESS], ...ofService, ...ports };
  const verdict = networkAclAdmits(view, subnet, range);
  if (verdict.truth === "yes" || verdict.truth === "unknown") return verdict;
  const doubt = (because: string): AclVerdict => ({ truth: "unknown", address: verdict.address, because });
  const system = knownValue(task.reading)?.task?.operatingSystemFamily;
  const own = isWindows(system) ? EPHEMERAL_OF_WINDOWS : EPHEMERAL_OF_LINUX;
  const needed = port === "ephemeral" ? networkAclAdmits(view, subnet, { ...range, ...own }) : verdict;
  if (needed.truth === "yes") {
    return doubt(`${verdict.address} does not admit all ports from ${EPHEMERAL.fromPort} to ${EPHEMERAL.toPort}`);
  }
  if (needed.truth !== "partly") return needed;
  return doubt(
    addresses === undefined
      ? "the addresses on the other side are not known"
      : `${needed.address} admits a part of the addresses only`,
  );
}

function describe({ direction, port, other }: Passage): string {
  const what = port === "ephemeral" ? `the answers (TCP ${EPHEMERAL.fromPort}-${EPHEMERAL.toPort})` : `TCP ${port}`;
  return direction === "egress" ? `${what} out to ${other}` : `${what} in from ${other}`;
}

function blocked(passage: Passage, { address }: AclVerdict): Finding {
  const rule = `allow ${describe(passage)} as an ${passage.direction} rule with a lower number`;
  return breaks("network-acl-blocks", {
    problem: `${address}, the network ACL of ${passage.subnet.address}, does not let ${describe(passage)}`,
    fix: { library: `${rule}; where VpcEndpoints generates it, give the call to networkAcls.allow`, ecs: rule },
    path: address,
  });
}

function notKnown(passage: Passage, { address, because }: AclVerdict): Finding {
  return open({
    code: "network-acl-unknown",
    what: `whether the network ACL of ${passage.subnet.address} lets ${describe(passage)}`,
    because: because ?? "",
    assure: `it lets ${describe(passage)}`,
    path: address,
    ...(passage.subnet.complete ? {} : { library: 'networkAcls: "allow-all"' }),
  });
}
