import type { EndpointServiceName } from "../aws/endpoint-services/catalog";
import { endpointServiceFacts } from "../aws/endpoint-services/endpoint-service-facts";
import { type Issue, issue } from "../issues/issue";
import type { InterfaceEndpointSettings } from "./interface-endpoint-props";

/** The port on which nearly every endpoint answers. */
export const HTTPS = 443;

/** The TCP ports on which an interface endpoint answers: those that its settings name, else the catalog's. */
export function endpointPorts(
  service: EndpointServiceName,
  settings: InterfaceEndpointSettings = {},
): readonly number[] {
  return settings.ports ?? endpointServiceFacts(service).ports;
}

/** A name for a security-group rule of a port: the usual port goes without saying, so that rules keep their address. */
export function portName(name: string, port: number): string {
  return port === HTTPS ? name : `${name}-${port}`;
}

/** A service whose ports nobody knows would get an endpoint that nobody can reach. */
export function* checkEndpointPorts(
  service: EndpointServiceName,
  settings?: InterfaceEndpointSettings,
): Generator<Issue> {
  if (endpointPorts(service, settings).length > 0) return;
  yield issue("endpoint-ports-unknown", {
    path: `settings.${service}.ports`,
    problem: `it is not known on which ports the endpoint for "${service}" answers`,
    fix: `name them: settings: { "${service}": { ports: [587] } }`,
  });
}
