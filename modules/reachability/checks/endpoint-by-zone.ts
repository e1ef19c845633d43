import type { ServiceCall } from "../calls/call";
import { knownValue } from "../model/fact";
import { whyNeeded } from "./endpoint-missing";
import { leadsToRegion, regionOfService } from "./find-endpoints";
import { breaks, type Finding, holds, open } from "./finding";
import { decidingName } from "./host-name";
import type { EndpointByZone } from "./private-hosted-zone";

/** The endpoint in another VPC to which the names of a service lead is one for the service, in the Region that is called. */
export function checkEndpointByZone(call: ServiceCall, { endpoint, record, zone }: EndpointByZone): Finding {
  const { service, view } = call;
  const { address, serviceName, type } = endpoint;
  const leads = `${record.address} leads ${decidingName(call)} to ${address}`;
  if (!serviceName.known || !type.known) {
    return open({
      code: "hosted-zone-unknown",
      what: `whether ${zone.address} leads to an endpoint for "${service}"`,
      because: `${leads}, ${serviceName.known ? "of which the type" : "of which the service"} is not known`,
      assure: `${address} is an interface endpoint for "${service}"`,
      path: record.address,
    });
  }
  const isRight = endpoint.service === service && leadsToRegion(endpoint, call) && type.value === "Interface";
  if (!isRight) {
    const region = regionOfService(endpoint);
    return breaks("hosted-zone-endpoint-wrong", {
      problem: `${leads}, which is for "${endpoint.service ?? serviceName.value}"${region === undefined ? "" : ` in ${region}`}`,
      why: `the endpoint answers for its own service in its own Region only; ${whyNeeded(call)}`,
      fix: `lead ${record.address} to an interface endpoint for "${service}", or correct service_name of ${address}`,
      path: record.address,
    });
  }
  const vpc = knownValue(endpoint.vpc);
  return holds(`${address} serves "${service}" in ${vpc === undefined ? "another VPC" : view.vpc(vpc).address}`, [
    address,
  ]);
}
