import type { Identity } from "../model/identity";
import type { Endpoint, Subnet } from "../model/network-model";
import type { NetworkView } from "../model/network-view";
import type { Truth } from "../model/truth";
import { breaks, type Finding } from "./finding";

/**
 * An interface endpoint takes at most one subnet of each zone.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
 */
export function checkOneSubnetPerZone(view: NetworkView, endpoint: Endpoint): Finding | undefined {
  const ids = view.subnetsOf(endpoint);
  if (!ids.known) return undefined;
  const seen: Subnet[] = [];
  for (const id of ids.value) {
    const subnet = view.subnet(id);
    const other = seen.find((each) => sameZone(each, subnet) === "yes");
    seen.push(subnet);
    if (other === undefined) continue;
    const zone = subnet.zone.known ? subnet.zone.value.text : "";
    return breaks("endpoint-subnets-share-zone", {
      problem: `${endpoint.address} is in ${other.address} and ${subnet.address}, both in ${zone}`,
      why: "AWS refuses an endpoint with two subnets of one zone; any subnet of the VPC reaches it in the other one",
      fix: `remove the id of ${subnet.address} from subnet_ids of ${endpoint.address}`,
      path: endpoint.address,
    });
  }
  return undefined;
}

/** Whether two subnets are in one zone. */
export function sameZone(a: Subnet, b: Subnet): Truth {
  return a.zone.known && b.zone.known ? sameZoneName(a.zone.value, b.zone.value) : "unknown";
}

/** Names and ids of zones, and elements of one list of zones, which are all different. */
export function sameZoneName(a: Identity, b: Identity): Truth {
  if (a.text === b.text) return "yes";
  if (a.kind === "id" && b.kind === "id") return isZoneId(a.text) === isZoneId(b.text) ? "no" : "unknown";
  const [listOfA, listOfB] = [a.text, b.text].map((text) => /^(.*)\[\d+\]\}$/.exec(text)?.[1]);
  return listOfA !== undefined && listOfA === listOfB ? "no" : "unknown";
}

/** For example `"use1-az1"`, as opposed to the name `"us-east-1a"`, which means another zone in each account. */
function isZoneId(text: string): boolean {
  return /-az\d+$/.test(text);
}
