import { SecurityGroup as AwsSecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { Peer } from "./peer";

export interface SecurityGroupRule {
  /** The other side. */
  readonly peer: Peer;
  /** TCP port, or `"all"` for every port of every protocol. */
  readonly port: number | "all";
  /** @default - no description */
  readonly description?: string;
}

/** Properties of {@link SecurityGroup}. */
export interface SecurityGroupProps {
  readonly vpcId: string;
  /** Name, unique in the VPC. */
  readonly name: string;
  /** @default "Managed by Terraform", as the provider has it; another description replaces the group */
  readonly description?: string;
  /** What may come in, each rule under a name that becomes part of its resource address. @default - nothing */
  readonly ingress?: Readonly<Record<string, SecurityGroupRule>>;
  /** What may go out, each rule under a name that becomes part of its resource address. @default - nothing */
  readonly egress?: Readonly<Record<string, SecurityGroupRule>>;
  /** @default - `Name` is the name */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * A security group whose rules are resources of their own, so that others can add rules to it. Nothing is open that no
 * rule opens: Terraform removes the rule by which AWS lets everything out.
 */
export class SecurityGroup extends Construct {
  /** The group itself. */
  readonly group: AwsSecurityGroup;
  readonly securityGroupId: string;
  readonly rules: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: SecurityGroupProps) {
    super(scope, id);
    this.group = new AwsSecurityGroup(this, "Resource", {
      vpcId: props.vpcId,
      name: props.name,
      ...(props.description === undefined ? {} : { description: props.description }),
      tags: { Name: props.name, ...props.tags },
    });
    this.securityGroupId = this.group.id;
    this.rules = [
      ...Object.entries(props.ingress ?? {}).map(([name, rule]) =>
        ingressRule(this, `ingress-${name}`, this.securityGroupId, rule),
      ),
      ...Object.entries(props.egress ?? {}).map(([name, rule]) =>
        egressRule(this, `egress-${name}`, this.securityGroupId, rule),
      ),
    ];
  }
}

/** A rule that lets something in. */
export function ingressRule(scope: Construct, id: string, securityGroupId: string, rule: SecurityGroupRule) {
  return new VpcSecurityGroupIngressRule(scope, id, { securityGroupId, ...ruleAttributes(rule) });
}

/** A rule that lets something out. */
export function egressRule(scope: Construct, id: string, securityGroupId: string, rule: SecurityGroupRule) {
  return new VpcSecurityGroupEgressRule(scope, id, { securityGroupId, ...ruleAttributes(rule) });
}

function ruleAttributes({ peer, port, description }: SecurityGroupRule) {
  return {
    ...peerAttribute(peer),
    ...(port === "all" ? { ipProtocol: "-1" } : { ipProtocol: "tcp", fromPort: port, toPort: port }),
    ...(description === undefined ? {} : { description }),
  };
}

function peerAttribute(peer: Peer) {
  switch (peer.kind) {
    case "cidr":
      return { cidrIpv4: peer.cidrBlock };
    case "ipv6-cidr":
      return { cidrIpv6: peer.ipv6CidrBlock };
    case "security-group":
      return { referencedSecurityGroupId: peer.securityGroupId };
    case "prefix-list":
      return { prefixListId: peer.prefixListId };
  }
}
