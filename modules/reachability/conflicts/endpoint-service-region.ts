import { endpointServiceFacts } from "../../aws/endpoint-services/endpoint-service-facts";
import { regionOfService } from "../checks/find-endpoints";
import { networkRegionFault } from "../checks/network-region";
import { knownValue } from "../model/fact";
import { type ConflictRule, conflict } from "./conflict-rule";

/**
 * Endpoints for a service of another Region say so, and only some services have them.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-cross-region-privatelink-support.html
 */
export const endpointServiceRegion: ConflictRule = function* (view, proofs) {
  const said = new Set(
    proofs.flatMap(({ dependencies }) =>
      dependencies.flatMap(({ issue }) => (issue?.code === "endpoint-in-other-region" ? [issue.path] : [])),
    ),
  );
  for (const endpoint of view.model.endpoints) {
    const { address, service, serviceRegion, vpc, type } = endpoint;
    const named = regionOfService(endpoint);
    const own = vpc.known ? knownValue(view.vpc(vpc.value).region) : undefined;
    const asked = knownValue(serviceRegion);
    if (service === undefined || named === undefined || said.has(address)) continue;
    if (vpc.known && networkRegionFault(view, vpc.value) !== undefined) continue;
    const isUnsaid = asked !== undefined && asked !== named;
    const isForeign = own !== undefined && own !== named;
    const never = knownValue(type) === "Gateway" || endpointServiceFacts(service).crossRegion === false;
    if (!isUnsaid && !(isForeign && never)) continue;
    yield conflict("endpoint-service-region", {
      path: address,
      problem: `${address} is for "${service}" in ${named}${isUnsaid ? `, and its Region is ${asked}` : `, and its VPC is in ${own}`}`,
      fix: `set service_region = "${named}" on ${address}, or write the Region of the VPC into service_name`,
    });
  }
};
