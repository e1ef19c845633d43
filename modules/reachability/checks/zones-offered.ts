import { knownValue } from "../model/fact";
import type { Endpoint } from "../model/network-model";
import type { NetworkView } from "../model/network-view";
import { breaks, type Finding } from "./finding";

/**
 * The service is offered in every zone of the endpoint. That is known only where a data source has looked it up.
 *
 * AWS refuses the endpoint otherwise: "The VPC endpoint service … does not support the availability zone of the subnet".
 */
export function checkZonesOffered(view: NetworkView, endpoint: Endpoint): Finding | undefined {
  const name = knownValue(endpoint.serviceName);
  const lookup = view.model.lookups.find(({ serviceName }) => name !== undefined && knownValue(serviceName) === name);
  const offered = lookup && knownValue(lookup.zones);
  if (lookup === undefined || offered === undefined || offered.length === 0) return undefined;
  for (const id of knownValue(view.subnetsOf(endpoint)) ?? []) {
    const subnet = view.subnet(id);
    const zone = knownValue(subnet.zone);
    if (zone?.kind !== "id" || offered.includes(zone.text) || zone.text.includes("-az")) continue;
    return breaks("endpoint-zone-not-offered", {
      problem: `${endpoint.address} is in ${subnet.address} in ${zone.text}, where "${name}" is not offered`,
      why: `AWS refuses the whole endpoint; ${lookup.address} lists the zones ${offered.join(", ")}`,
      fix: `remove the id of ${subnet.address} from subnet_ids of ${endpoint.address}`,
      path: endpoint.address,
    });
  }
  return undefined;
}
