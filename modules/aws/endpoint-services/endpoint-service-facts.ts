import { ENDPOINT_SERVICES, type EndpointServiceName, type GatewayServiceName } from "./catalog";
import type { EndpointServiceRow, EndpointType } from "./endpoint-service-row";

/** How well names are known: seen in AWS's own output, or derived from the public host names, which private DNS is for. */
export type Confidence = "seen" | "derived";

/** What is known of an endpoint service, with the defaults of the catalog filled in. `undefined` means not established. */
export interface EndpointServiceFacts {
  /** AWS's short name, for example `"ecr.api"`. */
  readonly name: EndpointServiceName;
  /** The service's title in AWS's own list, for example `"Amazon ECR"`. */
  readonly title: string;
  /** Endpoint types on offer, the usual one first. Never empty. */
  readonly types: readonly EndpointType[];
  /** TCP ports. Empty where the service is known not to use 443 and its ports are not established. */
  readonly ports: readonly number[];
  /** Whether an interface endpoint can have private DNS. */
  readonly privateDns: boolean | undefined;
  /** The private DNS names of the commercial partition, with `{region}` for the Region, the name that SDKs call first. */
  readonly privateDnsNames: readonly string[] | undefined;
  /** How the private DNS names are known: from AWS's own output, or as the host names of the service. */
  readonly privateDnsNamesAre: Confidence | undefined;
  /** Whether the endpoint takes an endpoint policy. Where it does not, AWS allows every call. */
  readonly policy: boolean | undefined;
  /** Whether an endpoint can reach the service in another Region. */
  readonly crossRegion: boolean | undefined;
  /** Short name of the same service's FIPS endpoint. */
  readonly fips: EndpointServiceName | undefined;
  /** Whether the full service name has no Region that follows the network's: one name for all, or one Region only. */
  readonly global: boolean;
  /** The full service name in the commercial partition, with `{region}` for the Region. */
  readonly template: string;
  /** A second full name of the same service, with `{region}` for the Region. */
  readonly alsoNamed: string | undefined;
}

const INTERFACE_ONLY: readonly EndpointType[] = ["Interface"];
const HTTPS: readonly number[] = [443];

/** Every short name of the catalog, in its order. */
export const ENDPOINT_SERVICE_NAMES: readonly EndpointServiceName[] =
  Object.keys(ENDPOINT_SERVICES).filter(isEndpointServiceName);

/** Whether a text is a short name of the catalog. */
export function isEndpointServiceName(value: string): value is EndpointServiceName {
  return Object.hasOwn(ENDPOINT_SERVICES, value);
}

/** Whether a service has gateway endpoints. */
export function isGatewayServiceName(name: EndpointServiceName): name is GatewayServiceName {
  return catalogRow(name).types?.includes("Gateway") ?? false;
}

/** The type to take where nobody says: the gateway endpoint, which is free, where there is one, else the interface endpoint. */
export function defaultEndpointType(name: EndpointServiceName): EndpointType {
  return isGatewayServiceName(name) ? "Gateway" : "Interface";
}

/**
 * What is known of an endpoint service.
 *
 * @example endpointServiceFacts("cassandra").ports // [9142]
 */
export function endpointServiceFacts(name: EndpointServiceName): EndpointServiceFacts {
  const row = catalogRow(name);
  const template = serviceNameTemplate(name);
  const hosts = row.privateDns === false ? [] : hostTemplates(name);
  return {
    name,
    title: row.title,
    types: row.types ?? INTERFACE_ONLY,
    ports: row.ports ?? HTTPS,
    privateDns: row.privateDns === undefined ? undefined : row.privateDns !== false,
    privateDnsNames: hosts.length === 0 ? undefined : hosts,
    privateDnsNamesAre: hosts.length === 0 ? undefined : row.privateDns === "seen" ? "seen" : "derived",
    policy: row.policy,
    crossRegion: row.crossRegion,
    fips: row.fips !== undefined && isEndpointServiceName(row.fips) ? row.fips : undefined,
    global: !template.includes("{region}"),
    template,
    alsoNamed: row.alsoNamed,
  };
}

/** The catalog's row as it is written, without defaults. */
export function catalogRow(name: EndpointServiceName): EndpointServiceRow {
  return ENDPOINT_SERVICES[name];
}

/** The full service name in the commercial partition, with `{region}` for the Region. */
export function serviceNameTemplate(name: EndpointServiceName): string {
  return catalogRow(name).template ?? `com.amazonaws.{region}.${name}`;
}

/** The host names of a service in the commercial partition, with `{region}` for the Region. Empty where not established. */
export function hostTemplates(name: EndpointServiceName): readonly string[] {
  return catalogRow(name).hosts ?? [`${name}.{region}.amazonaws.com`];
}
