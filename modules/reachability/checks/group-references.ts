import type { InterfaceConnection } from "../calls/call";
import { knownValue } from "../model/fact";
import type { Subnet } from "../model/network-model";
import type { NetworkView } from "../model/network-view";
import { allOf, type Truth, truthOf } from "../model/truth";
import { subnetsOfEndpoint } from "./endpoint-interfaces";
import { spaceOf } from "./peer-match";
import { leadsOf } from "./route-leads";

type References = NonNullable<InterfaceConnection["references"]>;

const NOT_KNOWN: References = { egress: "unknown", ingress: "unknown" };

/**
 * Whether rules can name the security groups of the other VPC: over a peering connection within a Region they can. Over a
 * transit gateway those of ingress can where it says so, and whether that holds for endpoints as well AWS does not say.
 *
 * Sources: https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html and
 * https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html
 */
export function groupReferences(call: Pick<InterfaceConnection, "view" | "endpoint" | "subnets">): References {
  const pairs = call.subnets.flatMap((from) => subnetsOfEndpoint(call).map((to) => between(call.view, from, to)));
  return { egress: allOf(pairs.map(({ egress }) => egress)), ingress: allOf(pairs.map(({ ingress }) => ingress)) };
}

function between(view: NetworkView, from: Subnet, to: Subnet): References {
  const table = view.effectiveRouteTable(from);
  const space = spaceOf(to, view);
  if (!table.known || !space.known) return NOT_KNOWN;
  const { likely, further } = leadsOf(view, table.value, { ranges: space.value });
  const target = likely.route?.target;
  if (target?.known !== true || further.length > 0) return NOT_KNOWN;
  const { argument, id } = target.value;
  if (argument === "vpc_peering_connection_id") {
    const within = sameRegion(view, from, to);
    return { egress: within, ingress: within };
  }
  if (argument !== "transit_gateway_id") return NOT_KNOWN;
  const says = view.connections.gateway(id)?.groupReferences;
  return { egress: "no", ingress: says?.known === true && !says.value ? "no" : "unknown" };
}

function sameRegion(view: NetworkView, from: Subnet, to: Subnet): Truth {
  const [a, b] = [from, to].map(({ vpc }) => (vpc.known ? knownValue(view.vpc(vpc.value).region) : undefined));
  return a === undefined || b === undefined ? "unknown" : truthOf(a === b);
}
