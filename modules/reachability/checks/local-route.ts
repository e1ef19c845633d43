import type { EndpointCall } from "../proof/call";
import { type Finding, holds, open } from "../proof/finding";
import { endpointSubnets } from "./endpoint-interfaces";
import { isWithin } from "./way-out";

/**
 * The way to an interface endpoint is the VPC's local route, which every route table has. A more specific route takes the
 * packets elsewhere, for example to a firewall.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html
 */
export function checkLocalRoute(call: EndpointCall): Finding {
  const { view, subnets, endpoint } = call;
  for (const subnet of subnets) {
    const table = view.effectiveRouteTable(subnet);
    if (!table.known) continue;
    for (const to of endpointSubnets(call)) {
      if (!to.cidrBlock.known) continue;
      const { cidrBlock } = to;
      const detour = view
        .routesOf(table.value)
        .items.find((route) => isWithin(route, cidrBlock.value) === "yes" && !isLocal(route));
      if (detour === undefined) continue;
      return open({
        code: "route-detour-unknown",
        what: `whether packets from ${subnet.address} to ${endpoint.address} arrive`,
        because: `${detour.address} is more specific than the local route and leads elsewhere`,
        assure: `what stands at the end of ${detour.address} passes TCP on to ${to.address}, and the answers back`,
        path: detour.address,
      });
    }
  }
  return holds("the local route leads to it");
}

function isLocal({
  target,
}: {
  readonly target: { readonly known: boolean; readonly value?: { readonly id: { readonly text: string } } };
}) {
  return target.known && target.value?.id.text === "local";
}
