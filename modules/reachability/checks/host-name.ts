import { endpointServiceFacts } from "../../aws/endpoint-services/endpoint-service-facts";
import { partitionOf } from "../../aws/region";
import type { ServiceCall } from "../calls/call";
import { knownValue } from "../model/fact";

/** The host name of a service, for example `"api.ecr.eu-west-1.amazonaws.com"`, where it is documented. */
export function hostNameOf({ service, region, task }: ServiceCall): string | undefined {
  const inRegion = region ?? knownValue(task.region);
  const [name] = endpointServiceFacts(service).privateDnsNames ?? [];
  // The documented names are those of the commercial partition.
  if (name === undefined || inRegion === undefined || partitionOf(inRegion)?.id !== "aws") return undefined;
  return name.replace("{region}", () => inRegion);
}

/** How a message calls the names of a service. */
export function hostNamesOf(call: ServiceCall): string {
  return hostNameOf(call) ?? `the host name of "${call.service}"`;
}

/** The domain of the names of a service: without the wildcard, where they have one. */
export function domainOf(call: ServiceCall): string | undefined {
  return hostNameOf(call)?.replace(/^\*\./, "");
}
