import { Lb } from "@cdktf/provider-aws/lib/lb";
import type { Construct } from "constructs";
import { defaultName } from "../internal/default-name";
import { ofSameStack } from "../internal/of-same-stack";
import { type Issue, issue } from "../issues/issue";
import type { Peer } from "../network/peer";
import { SecurityGroup, type SecurityGroupRule } from "../network/security-group";
import { isUnresolved } from "../values/unresolved";
import { type LoadBalancerPlacement, loadBalancerSubnets } from "./load-balancer-subnets";

/** What application and network load balancers have in common. */
export interface LoadBalancerProps extends LoadBalancerPlacement {
  /** Name, unique in the account and Region: at most 32 letters, digits and hyphens. @default - made by Terraform */
  readonly name?: string;
  /**
   * Who may connect to the listeners, each under a name that becomes part of resource addresses. Nobody may by default, so
   * it has to be said: `{ internet: Peer.cidr("0.0.0.0/0") }`.
   */
  readonly ingress: Readonly<Record<string, Peer>>;
  /** Whether AWS refuses to delete it, for Terraform as well. @default false */
  readonly deletionProtection?: boolean;
  /** Tags. @default - `Name` is the name, else the construct's path, with hyphens */
  readonly tags?: Readonly<Record<string, string>>;
}

/** What is wrong with the name and the ingress of a load balancer. */
export function checkLoadBalancer({ name, ingress }: LoadBalancerProps): Issue[] {
  const issues: Issue[] = [];
  if (name !== undefined && !isUnresolved(name) && !/^(?!internal-)(?!-)[A-Za-z0-9-]{1,32}(?<!-)$/.test(name)) {
    issues.push(
      issue("load-balancer-name-invalid", {
        path: "name",
        problem: `"${name}" is not the name of a load balancer`,
        fix: "write such a name, or leave it out for one that Terraform makes",
      }),
    );
  }
  if (Object.keys(ingress ?? {}).length === 0) {
    issues.push(
      issue("load-balancer-ingress-missing", {
        path: "ingress",
        problem: "nobody may connect to the load balancer",
        fix: 'write ingress: { internet: Peer.cidr("0.0.0.0/0") } for everybody, or a narrower peer',
      }),
    );
  }
  return issues;
}

/** Creates the security group of a load balancer: each listener's port for each peer, and no way out yet. */
export function createSecurityGroup(
  scope: Construct,
  { network, name, ingress }: LoadBalancerProps,
  ports: Readonly<Record<string, number>>,
): SecurityGroup {
  const rules = Object.entries(ports).flatMap(([listener, port]) =>
    Object.entries(ingress).map(([who, peer]): [string, SecurityGroupRule] => [`${listener}-${who}`, { peer, port }]),
  );
  return new SecurityGroup(scope, "security-group", {
    vpcId: network.vpcId,
    name: name ?? defaultName(scope),
    ingress: Object.fromEntries(rules),
  });
}

/** Creates the load balancer itself. */
export function createLoadBalancer(
  scope: Construct,
  props: LoadBalancerProps,
  more: {
    readonly type: "application" | "network";
    readonly securityGroupId: string;
    readonly privateLink?: "on" | "off";
  },
): Lb {
  const { network, name, scheme, ipAddressType, deletionProtection, tags } = props;
  return new Lb(scope, "Resource", {
    ...(name === undefined ? {} : { name }),
    loadBalancerType: more.type,
    internal: scheme !== "internet-facing",
    subnets: loadBalancerSubnets(props).map((subnet) => subnet.id),
    securityGroups: [more.securityGroupId],
    ...(ipAddressType === undefined ? {} : { ipAddressType }),
    ...(deletionProtection === undefined ? {} : { enableDeletionProtection: deletionProtection }),
    ...(more.privateLink === undefined
      ? {}
      : { enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: more.privateLink }),
    tags: { Name: name ?? defaultName(scope), ...tags },
    // AWS refuses an internet-facing load balancer before the network has its internet gateway.
    dependsOn: ofSameStack(scope, network.dependencies ?? []),
  });
}
