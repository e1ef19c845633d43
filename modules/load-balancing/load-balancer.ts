import { Lb, type LbConfig } from "@cdktf/provider-aws/lib/lb";
import type { Construct } from "constructs";
import { defaultName } from "../internal/default-name";
import { ofSameStack } from "../internal/of-same-stack";
import { SecurityGroup } from "../network/security-group";
import type { SecurityGroupRule } from "../network/security-group-props";
import type { ApplicationLoadBalancerProps } from "./application-load-balancer-props";
import { entrancesOf, type LoadBalancerEntrance } from "./entrances";
import type { LoadBalancerProps } from "./load-balancer-props";
import { loadBalancerSubnets } from "./load-balancer-subnets";
import { logBucketAttributes } from "./log-bucket";
import type { NetworkLoadBalancerProps } from "./network-load-balancer-props";

/** What the kinds of load balancers do not share. */
export interface LoadBalancerKind {
  readonly type: "application" | "network";
  /** Ports of the listeners, by name. */
  readonly ports: Readonly<Record<string, number>>;
  /** What only this kind has. */
  readonly settings: LbConfig;
}

/** A load balancer with what belongs to it. */
export interface CreatedLoadBalancer {
  readonly loadBalancer: Lb;
  readonly securityGroup: SecurityGroup;
  readonly entrances: readonly LoadBalancerEntrance[];
}

/** Creates a load balancer and its security group. */
export function createLoadBalancer(
  scope: Construct,
  props: LoadBalancerProps,
  { type, ports, settings }: LoadBalancerKind,
): CreatedLoadBalancer {
  const { network, name, scheme, ipAddressType, deletionProtection, tags } = props;
  const securityGroup = createSecurityGroup(scope, props, ports);
  const loadBalancer = new Lb(scope, "Resource", {
    ...(name === undefined ? {} : { name }),
    loadBalancerType: type,
    internal: scheme !== "internet-facing",
    subnets: loadBalancerSubnets(props).map((subnet) => subnet.id),
    securityGroups: [securityGroup.securityGroupId],
    ...(ipAddressType === undefined ? {} : { ipAddressType }),
    ...(deletionProtection === undefined ? {} : { enableDeletionProtection: deletionProtection }),
    ...settings,
    tags: { Name: name ?? defaultName(scope), ...tags },
    // AWS refuses an internet-facing load balancer before the network has its internet gateway.
    dependsOn: ofSameStack(scope, network.dependencies ?? []),
  });
  return { loadBalancer, securityGroup, entrances: entrancesOf(props, ports) };
}

/** What only an application load balancer has. */
export function applicationSettings({
  idleTimeout,
  accessLogs,
  connectionLogs,
}: ApplicationLoadBalancerProps): LbConfig {
  return {
    ...(idleTimeout === undefined ? {} : { idleTimeout }),
    ...(accessLogs === undefined ? {} : { accessLogs: logBucketAttributes(accessLogs) }),
    ...(connectionLogs === undefined ? {} : { connectionLogs: logBucketAttributes(connectionLogs) }),
  };
}

/** What only a network load balancer has. */
export function networkSettings({
  ingressAppliesToPrivateLink: applies,
  crossZone,
}: NetworkLoadBalancerProps): LbConfig {
  return {
    ...(applies === undefined ? {} : { enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: applies ? "on" : "off" }),
    ...(crossZone === undefined ? {} : { enableCrossZoneLoadBalancing: crossZone }),
  };
}

/** Each listener's port for each peer, and no way out yet. */
function createSecurityGroup(
  scope: Construct,
  { network, name, ingress }: LoadBalancerProps,
  ports: LoadBalancerKind["ports"],
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
