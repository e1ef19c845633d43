import { EVERY_ADDRESS } from "../model/address-range";
import { known, knownValue, mapFact } from "../model/fact";
import type {
  NetworkAcl,
  NetworkAclPeer,
  NetworkAclRule,
  NetworkModel,
  SubnetAssociation,
} from "../model/network-model";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { vpcIdOf } from "./adopted";
import { type Argument, booleanFact, cidrFact, inlineBlocks, isEmpty, listFact, numberFact, textFact } from "./facts";
import { identityFact, identityOf, partsOfVpcs, withOthers } from "./identities";
import { readAssociation } from "./read-route-tables";
import type { ResourceIndex } from "./resource-index";
import { type ReadRule, rulesOverLists } from "./rules-over-lists";

type AclsPart = Pick<NetworkModel, "networkAcls" | "looseNetworkAclRules" | "networkAclAssociations">;

/** Network ACLs with their rules, and which subnets have which. */
export function readNetworkAcls(index: ResourceIndex): AclsPart {
  const acls = index.managed("aws_network_acl", "aws_default_network_acl");
  const own = acls.map((acl) => readAcl(acl, index));
  return {
    networkAcls: withOthers(own, defaultAcls(index)),
    looseNetworkAclRules: rulesOverLists(
      index.managed("aws_network_acl_rule").map((rule) => ({
        rule: {
          address: rule.address,
          ...directionOf(rule),
          ...passage((name) => rule.argument(name), "rule_action"),
          acl: identityFact(rule.argument("network_acl_id"), index),
        },
        block: rule.argument("cidr_block"),
      })),
      index,
    ),
    networkAclAssociations: [
      ...acls.flatMap((acl) => inlineAssociations(acl, index)),
      ...index.managed("aws_network_acl_association").map((each) => readAssociation(each, "network_acl_id", index)),
    ],
  };
}

/** A rule of which only Terraform knows the direction could be anywhere: its number is not known then either. */
function directionOf(rule: TerraformResource): Pick<NetworkAclRule, "direction" | "number"> {
  const egress = booleanFact(rule.argument("egress"), false);
  const number = numberFact(rule.argument("rule_number"));
  return { direction: knownValue(egress) === true ? "egress" : "ingress", number: egress.known ? number : egress };
}

function readAcl(acl: TerraformResource, index: ResourceIndex): NetworkAcl {
  const { address } = acl;
  const inline = (["ingress", "egress"] as const).map((direction) =>
    inlineBlocks(acl.argument(direction), (argument): ReadRule<NetworkAclRule>[] => [
      {
        rule: { address, direction, number: numberFact(argument("rule_no")), ...passage(argument, "action") },
        block: argument("cidr_block"),
      },
    ]),
  );
  return {
    id: identityOf(acl, index),
    address,
    vpc: identityFact(vpcIdOf(acl, index), index),
    rules: rulesOverLists(
      inline.flatMap(({ items }) => items),
      index,
    ),
    complete: inline.every(({ complete }) => complete),
  };
}

/** The default ACL of a VPC admits everything. Source: Amazon VPC User Guide, "Default network ACL". */
function defaultAcls(index: ResourceIndex): NetworkAcl[] {
  const all = {
    number: known(100),
    allows: known(true),
    protocol: known("-1"),
    fromPort: known(0),
    toPort: known(0),
    peer: known<NetworkAclPeer>({ kind: "cidr", cidr: EVERY_ADDRESS }),
  };
  return partsOfVpcs("default_network_acl_id", index).map((acl) => ({
    ...acl,
    rules: (["ingress", "egress"] as const).map((direction) => ({ address: acl.address, direction, ...all })),
  }));
}

/** What a rule is about, and whether it lets that pass. */
function passage(argument: Argument, action: "rule_action" | "action") {
  const block = argument("cidr_block");
  return {
    allows: mapFact(textFact(argument(action)), (given) => given.toLowerCase() === "allow"),
    protocol: textFact(argument("protocol")),
    fromPort: numberFact(argument("from_port"), 0),
    toPort: numberFact(argument("to_port"), 65535),
    peer: isEmpty(block)
      ? known<NetworkAclPeer>({ kind: "ipv6" })
      : mapFact(cidrFact(block), (cidr): NetworkAclPeer => ({ kind: "cidr", cidr })),
  };
}

function inlineAssociations(acl: TerraformResource, index: ResourceIndex): SubnetAssociation[] {
  const subnets = listFact(acl.argument("subnet_ids"));
  const target = known(identityOf(acl, index));
  if (!subnets.known) return [{ address: acl.address, subnet: subnets, target }];
  return subnets.value.map((subnet) => ({ address: acl.address, subnet: identityFact(subnet, index), target }));
}
