import { SecurityGroup as AwsSecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { throwIssues } from "../internal/throw-issues";
import { throwMalformed } from "../internal/throw-malformed";
import { useProvider } from "../internal/use-provider";
import { checkSecurityGroupRules } from "./check-security-group-rules";
import type { Peer } from "./peer";
import type { SecurityGroupProps, SecurityGroupRule } from "./security-group-props";
import { SECURITY_GROUP } from "./security-group-shape";

/**
 * A security group whose rules are resources of their own, so that others can add rules to it. Nothing is open that no
 * rule opens: Terraform removes the rule by which AWS lets everything out.
 *
 * @example
 * ```ts
 * import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
 * import { App, TerraformStack } from "cdktf";
 * import { Peer, PrivateNetwork, SecurityGroup } from "cdktf-private-fargate";
 *
 * const app = new App();
 * const stack = new TerraformStack(app, "orders");
 * new AwsProvider(stack, "aws", { region: "eu-west-1" });
 *
 * const network = new PrivateNetwork(stack, "network", { region: "eu-west-1" });
 * new SecurityGroup(stack, "database", {
 *   vpcId: network.vpcId,
 *   name: "database",
 *   ingress: { network: { peer: Peer.cidr(network.cidrBlock), port: 5432 } },
 * });
 *
 * app.synth();
 * ```
 */
export class SecurityGroup extends Construct {
  /** The group itself. */
  readonly group: AwsSecurityGroup;
  /** Its id, for what carries the group and for rules of other groups. */
  readonly securityGroupId: string;
  /** Its rules, for what has to wait for them. */
  readonly rules: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: SecurityGroupProps) {
    super(scope, id);
    throwMalformed(this, props, SECURITY_GROUP);
    useProvider(this, props);
    throwIssues(this, [...checkSecurityGroupRules(props)]);
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
