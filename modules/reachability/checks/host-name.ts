import { type HostNames, hostNames } from "../../aws/endpoint-services/host-names";
import type { ServiceCall } from "../calls/call";
import { knownValue } from "../model/fact";

/** The host names of the service of a call, where they are established and its Region is known. */
export function establishedNames(call: ServiceCall): HostNames | undefined {
  const region = regionOf(call);
  return region === undefined ? undefined : hostNames(call.service, region);
}

/** The Region that is called. */
export function regionOf({ region, task }: ServiceCall): string | undefined {
  return region ?? knownValue(task.region);
}

/** How a message calls the names of a service, for example `"api.ecr.eu-west-1.amazonaws.com"`. */
export function hostNamesOf(call: ServiceCall): string {
  return establishedNames(call)?.names[0] ?? `the host name of "${call.service}"`;
}

/** The same, where what is found follows from the name: one that is not seen is said to be derived. */
export function decidingName(call: ServiceCall): string {
  const isDerived = establishedNames(call)?.are === "derived";
  return `${hostNamesOf(call)}${isDerived ? " (a name derived from the service's public host name)" : ""}`;
}

/** The name that a call looks up: the first, or what is below it where that is a name of the service as well. */
export function calledName(call: ServiceCall): string | undefined {
  const { names } = establishedNames(call) ?? {};
  if (names === undefined) return undefined;
  const below = `*.${names[0]}`;
  return names.includes(below) ? below : names[0];
}

/** The domains of the names of a service: without the wildcards. */
export function domainsOf(call: ServiceCall): readonly string[] | undefined {
  return establishedNames(call)?.names.map(domainOf);
}

/** The domain of a name, which may be a wildcard. */
export function domainOf(name: string): string {
  return name.replace(/^\*\./, "");
}
