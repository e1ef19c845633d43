import type { InterfaceConnection } from "../calls/call";
import type { Identity } from "../model/identity";
import type { Subnet } from "../model/network-model";
import type { OtherSide } from "./peer-match";

/** A group of which nothing is known, not even whether it is another one. */
const SOME_GROUP: Identity = { kind: "symbol", text: "the endpoint's security group" };

/** The network interfaces of the endpoint, one in each of its subnets, as rules see them. */
export function endpointInterfaces({ view, endpoint }: InterfaceConnection): readonly OtherSide[] {
  const groups = view.securityGroupsOf(endpoint);
  return subnetsOfEndpoint({ view, endpoint }).map((subnet) => ({
    kind: "interfaces",
    subnet,
    groups: groups.known ? groups.value : [SOME_GROUP],
  }));
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
export function subnetsInQuestion({ view, endpoint, vpc }: InterfaceConnection): readonly Subnet[] | undefined {
  if (view.subnetsOf(endpoint).known || view.elsewhere(vpc.id) !== undefined) return undefined;
  const { items, possible } = view.subnetsIn(vpc.id);
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
