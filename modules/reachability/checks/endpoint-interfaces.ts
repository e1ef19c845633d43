import type { InterfaceConnection } from "../calls/call";
import { knownValue } from "../model/fact";
import type { Identity } from "../model/identity";
import type { Subnet } from "../model/network-model";
import type { Truth } from "../model/truth";
import type { OtherSide } from "./peer-match";

/** A group of which nothing is known, not even whether it is another one. */
const SOME_GROUP: Identity = { kind: "symbol", text: "the endpoint's security group" };

/** The network interfaces of the endpoint, one in each of its subnets, as rules see them. */
export function endpointInterfaces({ view, endpoint, references }: InterfaceConnection): readonly OtherSide[] {
  const groups = view.securityGroupsOf(endpoint);
  return subnetsOfEndpoint({ view, endpoint }).map((subnet) => ({
    kind: "interfaces",
    subnet,
    groups: seenGroups(groups.known ? groups.value : [SOME_GROUP], references?.egress),
  }));
}

/** The security groups by which rules of the other side see network interfaces: none where they cannot name them. */
export function seenGroups(groups: readonly Identity[], isSeen: Truth = "yes"): readonly Identity[] {
  if (isSeen === "unknown") return [SOME_GROUP];
  return isSeen === "yes" ? groups : [];
}

/** The subnets of the endpoint; one of its VPC of which nothing is known where they are not known. */
export function subnetsOfEndpoint({
  view,
  endpoint,
}: Pick<InterfaceConnection, "view" | "endpoint">): readonly Subnet[] {
  const subnets = view.subnetsOf(endpoint);
  if (subnets.known) return subnets.value.map((id) => view.subnet(id));
  return [{ ...view.subnet({ kind: "symbol", text: `the subnets of ${endpoint.address}` }), vpc: endpoint.vpc }];
}

/**
 * The subnets that an endpoint may be in, whose own are not known: those of its VPC.
 *
 * @returns `undefined` where those are not known either, or the endpoint's are
 */
export function subnetsInQuestion({ view, endpoint }: InterfaceConnection): readonly Subnet[] | undefined {
  const vpc = knownValue(endpoint.vpc);
  if (vpc === undefined || view.subnetsOf(endpoint).known || view.elsewhere(vpc) !== undefined) return undefined;
  const { items, possible } = view.subnetsIn(vpc);
  return [...items, ...possible];
}

/** The network interfaces of an endpoint of which nothing is known. */
export const SOME_INTERFACES: OtherSide = {
  kind: "interfaces",
  groups: [SOME_GROUP],
  subnet: {
    id: { kind: "symbol", text: "the endpoint's subnet" },
    address: "the endpoint's subnet",
    vpc: { known: false, because: "the endpoint is not known" },
    zone: { known: false, because: "the endpoint is not known" },
    cidrBlock: { known: false, because: "the endpoint is not known" },
    hasIpv4: { known: false, because: "the endpoint is not known" },
    hasIpv6: { known: false, because: "the endpoint is not known" },
    account: "",
    complete: false,
  },
};
