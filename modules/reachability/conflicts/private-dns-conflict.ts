import { hostNames } from "../../aws/endpoint-services/host-names";
import { regionOfService } from "../checks/find-endpoints";
import { knownValue } from "../model/fact";
import type { Endpoint } from "../model/network-model";
import { type ConflictRule, conflict } from "./conflict-rule";

/**
 * A VPC has one endpoint with private DNS for a name, whichever stack it is in.
 *
 * AWS refuses the second: "private-dns-enabled cannot be set because there is already a conflicting DNS domain".
 */
export const privateDnsConflict: ConflictRule = function* (view) {
  const owners = new Map<string, Endpoint>();
  for (const endpoint of view.model.endpoints) {
    if (knownValue(endpoint.privateDns) !== true || knownValue(endpoint.type) !== "Interface") continue;
    const vpc = knownValue(endpoint.vpc);
    for (const name of vpc === undefined ? [] : hostNamesOf(endpoint)) {
      const key = `${vpc?.text} ${name}`;
      const other = owners.get(key);
      if (other === undefined) {
        owners.set(key, endpoint);
        continue;
      }
      yield conflict("private-dns-conflict", {
        path: endpoint.address,
        problem: `${endpoint.address} and ${other.address} both have private DNS for "${name}" in ${view.vpc(vpc ?? endpoint.id).address}`,
        fix: `remove ${endpoint.address} or ${other.address}, or set private_dns_enabled = false on one of them`,
      });
      break;
    }
  }
};

/** The private names of an endpoint; the name of the service stands for them where they are not established. */
function hostNamesOf(endpoint: Endpoint): readonly string[] {
  const { service, serviceName } = endpoint;
  if (service === undefined) return serviceName.known ? [serviceName.value] : [];
  const region = regionOfService(endpoint);
  const names = region === undefined ? undefined : hostNames(service, region);
  return names?.names ?? [service];
}
