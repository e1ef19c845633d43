import { knownValue } from "../model/fact";
import { type ConflictRule, conflict } from "./conflict-rule";
import { isWithoutGateway } from "./without-gateway";

/**
 * An interface endpoint for S3 whose private DNS is for inbound Resolver endpoints only needs the gateway endpoint.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
 */
export const inboundResolverWithoutGateway: ConflictRule = function* (view) {
  for (const endpoint of view.model.endpoints) {
    const { address, service, vpc, inboundResolverOnly } = endpoint;
    if (knownValue(inboundResolverOnly) !== true || !vpc.known || !isWithoutGateway(view, endpoint)) continue;
    yield conflict("inbound-resolver-without-gateway", {
      path: address,
      problem: `private DNS of ${address} is for inbound Resolver endpoints only, and ${view.vpc(vpc.value).address} has no gateway endpoint for "${service}"`,
      fix: `add a gateway endpoint for "${service}", or set private_dns_only_for_inbound_resolver_endpoint = false on ${address}`,
    });
  }
};
