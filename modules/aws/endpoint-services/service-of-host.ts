import { isRegion } from "../region";
import type { EndpointServiceName } from "./catalog";
import { ENDPOINT_SERVICE_NAMES, hostTemplates } from "./endpoint-service-facts";
import { hostTemplate } from "./host-names";

/** A service, as a host name of it tells. */
export interface ServiceOfHost {
  readonly service: EndpointServiceName;
  /** The Region in the name. @default - the service has one name for all Regions */
  readonly region?: string;
}

/**
 * The service that has a host name, in any partition.
 *
 * @returns `undefined` where the catalog knows none
 * @example serviceOfHost("logs.eu-west-1.amazonaws.com") // { service: "logs", region: "eu-west-1" }
 */
export function serviceOfHost(host: string): ServiceOfHost | undefined {
  const name = host.toLowerCase().replace(/\.$/, "");
  const ofAll = withTemplate(name);
  if (ofAll !== undefined) return { service: ofAll };
  const region = name.split(".").find(isRegion);
  const template = region === undefined ? undefined : hostTemplate(name, region);
  const service = template === undefined ? undefined : withTemplate(template);
  return service === undefined || region === undefined ? undefined : { service, region };
}

/** Names of hosts to services. Built when the first host is read, since a synth may read none. */
let services: ReadonlyMap<string, EndpointServiceName> | undefined;

/** The service of a name, or of the wildcard that it is below. */
function withTemplate(template: string): EndpointServiceName | undefined {
  services ??= new Map(
    ENDPOINT_SERVICE_NAMES.flatMap((name) => hostTemplates(name).map((each) => [each, name] as const)),
  );
  const labels = template.split(".");
  const wildcards = labels.map((_, index) => ["*", ...labels.slice(index + 1)].join("."));
  const found = [template, ...wildcards].find((each) => services?.has(each));
  return found === undefined ? undefined : services.get(found);
}
