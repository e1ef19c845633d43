import { EVERY_IPV4_ADDRESS } from "../aws/limits";
import { wayOutInWords } from "../aws/way-out";
import { endpointEgress } from "../endpoints/endpoint-egress";
import { HTTPS } from "../endpoints/endpoint-port";
import { Peer } from "../network/peer";
import type { SecurityGroupRule } from "../network/security-group-props";
import { endpointGroups } from "./instance-endpoints";
import type { InstanceProps } from "./instance-props";
import { instanceSubnet } from "./instance-subnet";

/**
 * The rules that let an instance out: to its endpoints, and in a subnet with a way out on port 443 to everywhere, where
 * AWS's services and the package repositories answer.
 */
export function instanceEgress(
  props: Pick<InstanceProps, "network" | "subnet" | "endpoints">,
): Record<string, SecurityGroupRule> {
  const rules = { ...endpointEgress(props.network, undefined) };
  const { endpoints: _, ...withoutExisting } = props.network;
  for (const group of endpointGroups(props)) {
    for (const [name, rule] of Object.entries(endpointEgress(withoutExisting, group))) {
      rules[`${group.node.id}-${name}`] = rule;
    }
  }
  const wayOut = instanceSubnet(props)?.wayOut;
  if (wayOut !== undefined) {
    const description = `to AWS through ${wayOutInWords(wayOut)}`;
    rules["https"] = { peer: Peer.cidr(EVERY_IPV4_ADDRESS), port: HTTPS, description };
  }
  return rules;
}
