import { type Fact, known, knownValue, mapFact } from "../model/fact";
import type { NetworkAcl, NetworkAclRule, NetworkModel, SubnetAssociation } from "../model/network-model";
import { isAbsent, type Value } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { blocksFact, booleanFact, cidrFact, listFact, memberOf, numberFact, textFact } from "./facts";
import { identityFact, identityOf } from "./identities";
import { readAssociation } from "./read-route-tables";
import type { ResourceIndex } from "./resource-index";

type AclsPart = Pick<NetworkModel, "networkAcls" | "looseNetworkAclRules" | "networkAclAssociations">;

/** Network ACLs with their rules, and which subnets have which. */
export function readNetworkAcls(index: ResourceIndex): AclsPart {
  const acls = index.managed("aws_network_acl", "aws_default_network_acl");
  const named = new Set(acls.map((acl) => identityOf(acl, index).text));
  return {
    networkAcls: [
      ...acls.map((acl) => readAcl(acl, index)),
      ...defaultAcls(index).filter(({ id }) => !named.has(id.text)),
    ],
    looseNetworkAclRules: index.managed("aws_network_acl_rule").map((rule) => ({
      address: rule.address,
      ...directionOf(rule),
      allows: allowsFact(rule.argument("rule_action")),
      protocol: textFact(rule.argument("protocol")),
      fromPort: numberFact(rule.argument("from_port"), 0),
      toPort: numberFact(rule.argument("to_port"), 65535),
      cidr: cidrOf((name) => rule.argument(name)),
      acl: identityFact(rule.argument("network_acl_id"), index),
    })),
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
  const inline = (["ingress", "egress"] as const).map((direction) => readInline(acl, direction));
  return {
    id: identityOf(acl, index),
    address: acl.address,
    vpc: identityFact(acl.attribute("vpc_id"), index),
    rules: inline.flatMap(({ rules }) => rules),
    complete: inline.every(({ complete }) => complete),
  };
}

/** The default ACL of a VPC admits everything. Source: Amazon VPC User Guide, "Default network ACL". */
function defaultAcls(index: ResourceIndex): NetworkAcl[] {
  return index.managed("aws_vpc").flatMap((vpc): NetworkAcl[] => {
    const id = knownValue(identityFact(vpc.attribute("default_network_acl_id"), index));
    if (id === undefined) return [];
    const address = `${vpc.address}.default_network_acl_id`;
    const all = {
      address,
      number: known(100),
      allows: known(true),
      protocol: known("-1"),
      fromPort: known(0),
      toPort: known(0),
      cidr: known({ first: 0, last: 2 ** 32 - 1, prefixLength: 0 }),
    };
    const rules = (["ingress", "egress"] as const).map((direction) => ({ ...all, direction }));
    return [{ id, address, vpc: known(identityOf(vpc, index)), rules, complete: true }];
  });
}

function readInline(acl: TerraformResource, direction: "ingress" | "egress"): Pick<NetworkAcl, "rules" | "complete"> {
  const value = acl.argument(direction);
  const isOwn = value.kind === "reference" && value.address === acl.address;
  const blocks = isOwn ? known([]) : blocksFact(value);
  if (!blocks.known) return { rules: [], complete: false };
  const rules = blocks.value.map((block) => ({
    address: acl.address,
    direction,
    number: numberFact(memberOf(block, "rule_no")),
    allows: allowsFact(memberOf(block, "action")),
    protocol: textFact(memberOf(block, "protocol")),
    fromPort: numberFact(memberOf(block, "from_port"), 0),
    toPort: numberFact(memberOf(block, "to_port"), 65535),
    cidr: cidrOf((name) => memberOf(block, name)),
  }));
  return { rules, complete: true };
}

function allowsFact(value: Value): Fact<boolean> {
  return mapFact(textFact(value), (action) => action.toLowerCase() === "allow");
}

function cidrOf(argument: (name: string) => Value): NetworkAclRule["cidr"] {
  const cidr = argument("cidr_block");
  const isEmpty = isAbsent(cidr) || (cidr.kind === "literal" && cidr.value === "");
  return isEmpty ? known(undefined) : cidrFact(cidr);
}

function inlineAssociations(acl: TerraformResource, index: ResourceIndex): SubnetAssociation[] {
  const value = acl.argument("subnet_ids");
  const isOwn = value.kind === "reference" && value.address === acl.address;
  const subnets = isOwn ? known([]) : listFact(value);
  const target = known(identityOf(acl, index));
  if (!subnets.known) return [{ address: acl.address, subnet: subnets, target }];
  return subnets.value.map((subnet) => ({ address: acl.address, subnet: identityFact(subnet, index), target }));
}
