import { knownValue } from "../model/fact";
import type { Endpoint } from "../model/network-model";
import type { NetworkView } from "../model/network-view";

/** Whether an endpoint is in a VPC that is known to have no gateway endpoint for the same service. */
export function isWithoutGateway(view: NetworkView, { service, vpc }: Endpoint): boolean {
  if (service === undefined || !vpc.known) return false;
  const { items, possible, others } = view.endpointsIn(vpc.value);
  const mayBeGateway = (each: Endpoint) =>
    (each.service === service || !each.serviceName.known) && (knownValue(each.type) ?? "Gateway") === "Gateway";
  return !items.some(mayBeGateway) && possible.length === 0 && others === undefined;
}
