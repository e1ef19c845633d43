import { knownValue } from "../model/fact";
import { type ConflictRule, conflict } from "./conflict-rule";

/**
 * An interface endpoint for S3 whose private DNS is for inbound Resolver endpoints only needs the gateway endpoint.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
 */
export const inboundResolverWithoutGateway: ConflictRule = function* (view) {
  for (const endpoint of view.model.endpoints) {
    const { address, service, vpc, inboundResolverOnly } = endpoint;
    if (knownValue(inboundResolverOnly) !== true || !vpc.known || service === undefined) continue;
    const { items, possible, others } = view.endpointsIn(vpc.value);
    const hasGateway = items.some((each) => each.service === service && knownValue(each.type) === "Gateway");
    if (hasGateway || possible.length > 0 || others !== undefined) continue;
    yield conflict("inbound-resolver-without-gateway", {
      path: address,
      problem: `private DNS of ${address} is for inbound Resolver endpoints only, and ${view.vpc(vpc.value).address} has no gateway endpoint for "${service}"`,
      fix: `add a gateway endpoint for "${service}", or set private_dns_only_for_inbound_resolver_endpoint = false on ${address}`,
    });
  }
};
