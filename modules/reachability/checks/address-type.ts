import type { EndpointCall } from "../calls/call";
import { knownValue } from "../model/fact";
import type { Endpoint } from "../model/network-model";
import type { NetworkView } from "../model/network-view";
import { breaks, type Finding } from "./finding";

/** What each subnet has to have for an address type of an endpoint. */
const NEEDS: ReadonlyMap<string, readonly ("IPv4" | "IPv6")[]> = new Map([
  ["ipv4", ["IPv4"] as const],
  ["ipv6", ["IPv6"] as const],
  ["dualstack", ["IPv4", "IPv6"] as const],
]);

/**
 * The subnets of an endpoint have the addresses of its type.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html
 */
export function checkAddressType(view: NetworkView, endpoint: Endpoint): Finding | undefined {
  const type = knownValue(endpoint.ipAddressType);
  for (const family of NEEDS.get(type ?? "") ?? []) {
    for (const id of knownValue(view.subnetsOf(endpoint)) ?? []) {
      const subnet = view.subnet(id);
      const has = knownValue(family === "IPv4" ? subnet.hasIpv4 : subnet.hasIpv6);
      if (has !== false) continue;
      return breaks("endpoint-address-type", {
        problem: `${endpoint.address} has the address type "${type}", and ${subnet.address} has no ${family} addresses`,
        why: "AWS creates the endpoint only if each of its subnets has the addresses of its type",
        fix: `set ip_address_type = "${family === "IPv6" ? "ipv4" : "ipv6"}" on ${endpoint.address}, or give ${subnet.address} ${family} addresses`,
        path: endpoint.address,
      });
    }
  }
  return undefined;
}

/**
 * The endpoint answers over IPv4, over which Fargate fetches images, secrets and parameters.
 *
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html
 */
export function checkAnswersOverIpv4({ endpoint, service }: EndpointCall): Finding | undefined {
  const type = knownValue(endpoint.ipAddressType);
  if (type !== "ipv6") return undefined;
  return breaks("endpoint-address-type", {
    problem: `${endpoint.address} has the address type "ipv6", and the task calls "${service}" over IPv4`,
    why: "Fargate fetches images, secrets and parameters over IPv4, also in subnets with IPv6",
    fix: `set ip_address_type = "dualstack" on ${endpoint.address}, in subnets with both`,
    path: endpoint.address,
  });
}
