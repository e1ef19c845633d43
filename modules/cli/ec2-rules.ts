import type { NetworkAclEntry, SecurityGroupRule } from "@aws-sdk/client-ec2";
import type { NetworkSnapshot, SnapshotNetworkAclRule, SnapshotSecurityGroupRule } from "../snapshot/network-snapshot";
import type { Ec2Answers } from "./ec2-answers";
import { byId } from "./ec2-things";

/** The number of the rule that every network ACL ends with, which denies the rest. */
const LAST_RULE = 32767;

/** The network ACLs of a VPC, with their rules in the order in which they are asked. */
export function networkAclsOf({ networkAcls }: Ec2Answers): NetworkSnapshot["networkAcls"] {
  return networkAcls
    .map(({ NetworkAclId = "", IsDefault, Entries = [] }) => ({
      id: NetworkAclId,
      ...(IsDefault === true ? { default: true } : {}),
      rules: Entries.flatMap(aclRuleOf).toSorted(
        (a, b) => Number(a.direction > b.direction) - Number(a.direction < b.direction) || a.number - b.number,
      ),
    }))
    .toSorted(byId);
}

function aclRuleOf(entry: NetworkAclEntry): SnapshotNetworkAclRule[] {
  const { RuleNumber: number, CidrBlock, Ipv6CidrBlock, PortRange } = entry;
  const cidrBlock = CidrBlock ?? Ipv6CidrBlock;
  if (number === undefined || number >= LAST_RULE || cidrBlock === undefined) return [];
  return [
    {
      direction: entry.Egress === true ? "egress" : "ingress",
      number,
      action: entry.RuleAction === "allow" ? "allow" : "deny",
      protocol: entry.Protocol ?? "-1",
      ...ports(PortRange?.From, PortRange?.To),
      cidrBlock,
    },
  ];
}

/** The security groups of a VPC with their rules. */
export function securityGroupsOf(answers: Ec2Answers): NetworkSnapshot["securityGroups"] {
  return answers.securityGroups
    .map(({ GroupId = "", GroupName = "" }) => ({
      id: GroupId,
      name: GroupName,
      ...(GroupName === "default" ? { default: true } : {}),
      rules: answers.securityGroupRules
        .filter((rule) => rule.GroupId === GroupId)
        .flatMap(groupRuleOf)
        .toSorted(byId),
    }))
    .toSorted(byId);
}

function groupRuleOf(rule: SecurityGroupRule): SnapshotSecurityGroupRule[] {
  const group = rule.ReferencedGroupInfo?.GroupId;
  const peer = [rule.CidrIpv4, rule.CidrIpv6, rule.PrefixListId, group].find((each) => (each ?? "") !== "");
  if (peer === undefined) return [];
  return [
    {
      id: rule.SecurityGroupRuleId ?? "",
      direction: rule.IsEgress === true ? "egress" : "ingress",
      protocol: rule.IpProtocol ?? "-1",
      ...ports(rule.FromPort, rule.ToPort),
      peer,
    },
  ];
}

/** AWS writes -1 where a rule is about all ports, or about a protocol without them. */
function ports(from = -1, to = -1): { readonly fromPort?: number; readonly toPort?: number } {
  return from === -1 && to === -1 ? {} : { fromPort: from, toPort: to };
}
