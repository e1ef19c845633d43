import { knownValue } from "../model/fact";
import type { Endpoint } from "../model/network-model";
import type { NetworkView } from "../model/network-view";
import { sameText } from "../model/text-match";
import { breaks, type Finding } from "./finding";

/**
 * The subnets of an endpoint belong to the account that creates it. One that another account shares cannot hold it.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
 */
export function checkSharedSubnet(view: NetworkView, endpoint: Endpoint): Finding | undefined {
  for (const id of knownValue(view.subnetsOf(endpoint)) ?? []) {
    const subnet = view.subnet(id);
    const owner = subnet.owner && knownValue(subnet.owner);
    if (owner === undefined || sameText(owner, subnet.account) !== "no") continue;
    return breaks("endpoint-subnet-shared", {
      problem: `${endpoint.address} is in ${subnet.address}, which the account ${owner} shares with the account ${subnet.account}`,
      fix: `have the account ${owner} create the endpoint`,
      path: endpoint.address,
    });
  }
  return undefined;
}
