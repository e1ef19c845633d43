import type { TerraformStack } from "cdktf";
import fc from "fast-check";
import {
  type EndpointPlan,
  type EndpointServiceName,
  type ExistingEndpoint,
  InterfaceEndpoint,
  type Network,
  Peer,
  type PolicyStatement,
  SecurityGroup,
  type SecurityGroupRule,
  VpcEndpoints,
  type VpcEndpointsProps,
} from "../../../../modules";
import { leastPolicy, type Need, portsOf } from "./scenario-needs";

export const POLICIES = ["generated", "none", "open", "least", "least-from-vpc"] as const;
export const INGRESSES = ["of-services", "vpc", "task-subnets", "every-port"] as const;
export const S3_ENDPOINTS = ["gateway", "interface", "both"] as const;
export const ASKED_BY = ["plan", "plan-with-more", "list"] as const;

/** How endpoints are made, in a few words. */
export interface EndpointsWish {
  readonly policy: (typeof POLICIES)[number];
  readonly ingress: (typeof INGRESSES)[number];
  readonly s3: (typeof S3_ENDPOINTS)[number];
  readonly askedBy: (typeof ASKED_BY)[number];
  /** Which of the endpoints were there before, bit by bit; the network names them to the others. */
  readonly before: number;
}

/** Any way to make endpoints. */
export const arbitraryEndpoints: fc.Arbitrary<EndpointsWish> = fc.record({
  policy: fc.constantFrom(...POLICIES),
  ingress: fc.constantFrom(...INGRESSES),
  s3: fc.oneof(fc.constant("gateway" as const), fc.constantFrom(...S3_ENDPOINTS)),
  askedBy: fc.constantFrom(...ASKED_BY),
  before: fc.oneof(fc.constant(0), fc.nat(0xffff)),
});

/** The endpoints that services get, and the network as it is shown to them. */
export interface MadeEndpoints {
  readonly own: VpcEndpoints;
  readonly ofServices: Network;
}

/** What endpoints are made from. */
export interface EndpointsInput {
  readonly wish: EndpointsWish;
  readonly network: Network;
  readonly plan: EndpointPlan;
  readonly needs: readonly Need[];
}

/** A service that is asked for although no task calls it. */
export const UNCALLED = "sagemaker.api";

/** Makes the endpoints of a scenario: some before the others, S3 in one of three ways, the rest as the plan says. */
export function makeEndpoints(scope: TerraformStack, input: EndpointsInput): MadeEndpoints {
  const { wish, network, plan } = input;
  const services = plan.endpoints.map(({ service }) => service);
  const early = services.filter((service, index) => {
    const isMade = ((wish.before >> index) & 1) === 1;
    return isMade && (service !== "s3" || wish.s3 === "gateway");
  });
  const before = early.length === 0 ? [] : makeEarly(scope, early, input);
  const callsS3 = services.includes("s3");
  const s3 = callsS3 && wish.s3 !== "gateway" ? [makeS3Interface(scope, input)] : [];
  const shown = withEndpoints(network, [...before, ...(wish.s3 === "interface" ? s3 : [])]);
  const rest = services.filter((service) => !shown.endpoints?.some((existing) => existing.service === service));
  const asked = wish.askedBy === "plan-with-more" ? plan.with(UNCALLED, "a batch job trains models") : plan;
  const own = new VpcEndpoints(scope, "endpoints", {
    network: shown,
    services: wish.askedBy === "list" ? services : asked,
    policies: wish.policy === "generated" ? "generated" : "aws-default",
    settings: settingsOf(rest, input),
    ...(wish.ingress === "of-services"
      ? {}
      : { securityGroup: { ingress: ingressRules(wish.ingress, network, services), egress: {} } }),
  });
  return { own, ofServices: withEndpoints(network, [...before, ...s3]) };
}

/** Endpoints that were there before: their security group admits the whole VPC. */
function makeEarly(scope: TerraformStack, services: readonly EndpointServiceName[], input: EndpointsInput) {
  const { network } = input;
  const { gateways, interfaces, securityGroup } = new VpcEndpoints(scope, "before", {
    network,
    services,
    settings: settingsOf(services, input),
    securityGroup: { name: "before", ingress: ingressRules("vpc", network, services) },
  });
  const securityGroupIds = securityGroup === undefined ? [] : [securityGroup.securityGroupId];
  return [
    ...Array.from(
      gateways,
      ([service, { prefixListId }]): ExistingEndpoint => ({ type: "Gateway", service, prefixListId }),
    ),
    ...Array.from(interfaces.keys(), (service): ExistingEndpoint => ({ type: "Interface", service, securityGroupIds })),
  ];
}

function makeS3Interface(scope: TerraformStack, input: EndpointsInput): ExistingEndpoint {
  const { network } = input;
  const { securityGroupId } = new SecurityGroup(scope, "s3-interface-group", {
    vpcId: network.vpcId,
    name: "s3-interface",
    ingress: ingressRules("vpc", network, ["s3"]),
  });
  const policy = policyOf("s3", input);
  new InterfaceEndpoint(scope, "s3-interface", {
    network,
    service: "s3",
    securityGroupIds: [securityGroupId],
    ...(policy === undefined ? {} : { policy }),
  });
  return { type: "Interface", service: "s3", securityGroupIds: [securityGroupId] };
}

function withEndpoints(network: Network, endpoints: readonly ExistingEndpoint[]): Network {
  const { name, region, vpcId, cidrBlock, dns, subnets, wayOut, dependencies } = network;
  return {
    ...{ name, region, vpcId, cidrBlock, dns, subnets, endpoints },
    ...(wayOut === undefined ? {} : { wayOut }),
    ...(dependencies === undefined ? {} : { dependencies }),
  };
}

function settingsOf(services: readonly EndpointServiceName[], input: EndpointsInput) {
  const settings: { -readonly [Service in EndpointServiceName]?: { policy: readonly PolicyStatement[] } } = {};
  for (const service of services) {
    const policy = policyOf(service, input);
    if (policy !== undefined) settings[service] = { policy };
  }
  return settings satisfies VpcEndpointsProps["settings"];
}

function policyOf(
  service: EndpointServiceName,
  { wish, needs, network }: EndpointsInput,
): readonly PolicyStatement[] | undefined {
  if (wish.policy === "none" || wish.policy === "generated") return undefined;
  const least = wish.policy === "open" ? undefined : leastPolicy(needs, service);
  if (least === undefined) return [{ principal: "*", actions: ["*"], resources: ["*"] }];
  if (wish.policy === "least") return least;
  const conditions = { StringEquals: { "aws:SourceVpc": network.vpcId } };
  return least.map((statement) => ({ ...statement, conditions }));
}

/** Rules for every port of the services. */
function ingressRules(
  kind: Exclude<EndpointsWish["ingress"], "of-services">,
  { cidrBlock, subnets }: Network,
  services: readonly EndpointServiceName[],
): Record<string, SecurityGroupRule> {
  if (kind === "every-port") return { all: { peer: Peer.cidr(cidrBlock), port: "all" } };
  const ports = [...new Set(services.flatMap(portsOf))];
  const blocks: [string, string][] =
    kind === "vpc"
      ? [["vpc", cidrBlock]]
      : subnets
          .filter(({ tier }) => tier === "shared" || tier === "application")
          .map((subnet) => [subnet.name, subnet.cidrBlock]);
  return Object.fromEntries(
    blocks.flatMap(([name, block]) => ports.map((port) => [`${name}-${port}`, { peer: Peer.cidr(block), port }])),
  );
}
