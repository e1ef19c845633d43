import { endpointServiceFacts } from "../../aws/endpoint-services/endpoint-service-facts";
import { knownValue } from "../model/fact";
import { type ConflictRule, conflict } from "./conflict-rule";
import { isWithoutGateway } from "./without-gateway";

/**
 * An interface endpoint that stands in for a gateway endpoint. Where nothing says for whom its private DNS is, AWS takes it to be for
 * inbound Resolver endpoints only, whatever the page of the provider says of its default.
 *
 * Sources: https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html,
 * https://github.com/hashicorp/terraform-provider-aws/issues/46404
 */
export const interfaceForGateway: ConflictRule = function* (view) {
  for (const endpoint of view.model.endpoints) {
    const { address, service, vpc, type, privateDns, inboundResolverOnly, lacksDnsOptions } = endpoint;
    if (service === undefined || !vpc.known || knownValue(type) !== "Interface") continue;
    if (!endpointServiceFacts(service).types.includes("Gateway") || !isWithoutGateway(view, endpoint)) continue;
    if (knownValue(privateDns) !== true || knownValue(inboundResolverOnly) !== false) continue;
    const left = lacksDnsOptions
      ? "; and without dns_options AWS takes private DNS to be for inbound Resolver endpoints only, which it refuses where there is no gateway endpoint"
      : "";
    yield conflict("interface-for-gateway", {
      path: address,
      problem: `${address} is an interface endpoint for "${service}", and ${view.vpc(vpc.value).address} has no gateway endpoint for it`,
      why: `${PAID}${left}`,
      fix: `add a gateway endpoint for "${service}"${lacksDnsOptions ? `, or write dns_options { private_dns_only_for_inbound_resolver_endpoint = false } in ${address}` : ""}`,
    });
  }
};

const PAID =
  "calls arrive, those for the layers of images among them, and each GB is charged; AWS's page on ECR asks for the gateway endpoint, which is free";
