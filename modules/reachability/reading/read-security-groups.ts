import { EVERY_IPV6_ADDRESS } from "../../aws/limits";
import { EVERY_ADDRESS } from "../model/address-range";
import { type Fact, known, knownValue, mapFact, unknown } from "../model/fact";
import type { Identity } from "../model/identity";
import type { NetworkModel } from "../model/network-model";
import type { Ipv6RulePeer, RulePeer, SecurityGroupModel, SecurityGroupRuleModel } from "../model/security-group";
import { isAbsent, type Value } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { vpcIdOf } from "./adopted";
import { type Argument, booleanFact, cidrFact, inlineBlocks, listFact, numberFact, textFact } from "./facts";
import { identityFact, identityOf, partsOfVpcs, referringTo, withOthers } from "./identities";
import { listOfBlocks, prefixListFact } from "./read-prefix-lists";
import type { ResourceIndex } from "./resource-index";

type Direction = SecurityGroupRuleModel["direction"];

/**
 * Security groups with the rules in them, and rules that are resources of their own.
 *
 * Terraform removes the rule that lets everything out from a group that it creates, and every rule from a default group
 * that it takes over. Source: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/security_group
 */
export function readSecurityGroups(index: ResourceIndex): Pick<NetworkModel, "securityGroups" | "looseRules"> {
  const groups = index
    .managed("aws_security_group", "aws_default_security_group")
    .map((group) => readGroup(group, index));
  return { securityGroups: withOthers(groups, defaultGroups(index)), looseRules: readLooseRules(index) };
}

function readGroup(group: TerraformResource, index: ResourceIndex): SecurityGroupModel {
  const id = identityOf(group, index);
  const inline = (["ingress", "egress"] as const).map((direction) =>
    inlineBlocks(group.argument(direction), (argument) =>
      readRules(argument, direction, group.address, id, "security_groups", index),
    ),
  );
  const further = referringTo(id, "aws_vpc_security_group_vpc_association", "security_group_id", index);
  return {
    id,
    address: group.address,
    vpc: identityFact(vpcIdOf(group, index), index),
    otherVpcs: [...further.items, ...further.possible].map((each) => identityFact(each.argument("vpc_id"), index)),
    rules: inline.flatMap(({ items }) => items),
    complete: inline.every(({ complete }) => complete),
  };
}

/** The default group of a VPC admits itself, and lets everything out. Source: Amazon VPC User Guide, "Default security groups". */
function defaultGroups(index: ResourceIndex): SecurityGroupModel[] {
  const everywhere: RulePeer = { kind: "cidr", cidr: EVERY_ADDRESS };
  return partsOfVpcs("default_security_group_id", index).map((group) => {
    const all = { address: group.address, protocol: known("-1"), fromPort: known(0), toPort: known(0) };
    return {
      ...group,
      rules: [
        { ...all, direction: "ingress", peer: known({ kind: "security-group", id: group.id }) },
        { ...all, direction: "egress", peer: known(everywhere) },
      ],
    };
  });
}

/** A rule with several peers, as one rule for each. */
function readRules(
  argument: Argument,
  direction: Direction,
  address: string,
  group: Identity | undefined,
  groupsArgument: "security_groups" | "source_security_group_id",
  index: ResourceIndex,
): SecurityGroupRuleModel[] {
  const peers: Fact<RulePeer>[] = [
    ...blockPeers(argument("cidr_blocks"), index),
    ...peersOf(argument("ipv6_cidr_blocks"), (value) => known(ipv6Peer(value))),
    ...peersOf(argument("prefix_list_ids"), (value) =>
      mapFact(prefixListFact(value, index), (list) => ({ kind: "prefix-list", list })),
    ),
    ...peersOf(asList(argument(groupsArgument)), (value) =>
      mapFact(identityFact(value, index), (id) => ({ kind: "security-group", id })),
    ),
  ];
  const self = booleanFact(argument("self"), false);
  if (!self.known) peers.push(self);
  else if (self.value) {
    peers.push(group === undefined ? unknown("its group is not known") : known({ kind: "security-group", id: group }));
  }
  return peers.map((peer) => ({
    address,
    direction,
    protocol: textFact(argument("protocol")),
    fromPort: numberFact(argument("from_port")),
    toPort: numberFact(argument("to_port")),
    peer,
  }));
}

function ipv6Peer(block: Value): Ipv6RulePeer {
  const text = textFact(block);
  return text.known ? { kind: "ipv6", isEverywhere: text.value === EVERY_IPV6_ADDRESS } : { kind: "ipv6" };
}

function asList(value: Value): Value {
  return isAbsent(value) || value.kind === "list" || value.kind === "unknown"
    ? value
    : { kind: "list", items: [value] };
}

/** Blocks that are those of a prefix list count as the list itself. */
function blockPeers(blocks: Value, index: ResourceIndex): Fact<RulePeer>[] {
  const list = listOfBlocks(blocks, index);
  if (list !== undefined) return [known({ kind: "prefix-list", list })];
  return peersOf(blocks, (value) => mapFact(cidrFact(value), (cidr) => ({ kind: "cidr", cidr })));
}

function peersOf(value: Value, read: (value: Value) => Fact<RulePeer>): Fact<RulePeer>[] {
  const list = listFact(value);
  return list.known ? list.value.map(read) : [list];
}

function readLooseRules(index: ResourceIndex): NetworkModel["looseRules"] {
  const classic = index.managed("aws_security_group_rule").flatMap((rule) => {
    const type = textFact(rule.argument("type"));
    const group = identityFact(rule.argument("security_group_id"), index);
    const directions: readonly Direction[] = type.known
      ? [type.value === "ingress" ? "ingress" : "egress"]
      : ["ingress", "egress"];
    return directions.flatMap((direction) =>
      readRules(
        (name) => rule.argument(name),
        direction,
        rule.address,
        knownValue(group),
        "source_security_group_id",
        index,
      ).map((each) => ({ ...each, peer: type.known ? each.peer : type, group })),
    );
  });
  const single = (["ingress", "egress"] as const).flatMap((direction) =>
    index.managed(`aws_vpc_security_group_${direction}_rule`).map((rule) => readSingleRule(rule, direction, index)),
  );
  const found = index.found("aws_vpc_security_group_rule").map((rule) => {
    const isEgress = knownValue(booleanFact(rule.argument("is_egress"), false)) === true;
    return readSingleRule(rule, isEgress ? "egress" : "ingress", index);
  });
  return [...classic, ...single, ...found];
}

/** `aws_vpc_security_group_ingress_rule` and its counterpart: one peer each; without ports it is about all of them. */
function readSingleRule(
  rule: TerraformResource,
  direction: Direction,
  index: ResourceIndex,
): NetworkModel["looseRules"][number] {
  const given = (name: string) => !isAbsent(rule.argument(name));
  const peer = (): Fact<RulePeer> => {
    if (given("cidr_ipv4")) return mapFact(cidrFact(rule.argument("cidr_ipv4")), (cidr) => ({ kind: "cidr", cidr }));
    if (given("cidr_ipv6")) return known(ipv6Peer(rule.argument("cidr_ipv6")));
    if (given("prefix_list_id")) {
      return mapFact(prefixListFact(rule.argument("prefix_list_id"), index), (list) => ({ kind: "prefix-list", list }));
    }
    const id = identityFact(rule.argument("referenced_security_group_id"), index);
    return mapFact(id, (group) => ({ kind: "security-group", id: group }));
  };
  return {
    address: rule.address,
    direction,
    protocol: textFact(rule.argument("ip_protocol")),
    fromPort: numberFact(rule.argument("from_port"), 0),
    toPort: numberFact(rule.argument("to_port"), 65535),
    peer: peer(),
    group: identityFact(rule.argument("security_group_id"), index),
  };
}
