import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import type { TerraformStack } from "cdktf";
import { expect } from "vitest";
import {
  EndpointPlan,
  EndpointService,
  type EndpointServiceName,
  FargateService,
  InterfaceEndpoint,
  type InterfaceEndpointProps,
  type Network,
  NetworkLoadBalancer,
  Peer,
  PrivateNetwork,
  VpcEndpoints,
} from "../../../modules";
import { ingressRule, SecurityGroup } from "../../../modules/network/security-group";
import { ordersTask } from "../../support/orders";
import { orders, type Pair, region, subnet } from "./pair";

const PORTS_UNKNOWN = "mail-manager-smtp.open.fips";

/** A service whose endpoint for logs is made by itself, with its own properties. */
function withOwnEndpoint(stack: TerraformStack, props: Partial<InterfaceEndpointProps>): void {
  const ground = new PrivateNetwork(stack, "network", { region, availabilityZones: ["eu-west-1a"] });
  const { securityGroupId } = new SecurityGroup(stack, "logs-group", { vpcId: ground.vpcId, name: "logs" });
  new InterfaceEndpoint(stack, "logs", {
    ...{ network: ground, service: "logs", securityGroupIds: [securityGroupId] },
    ...props,
  });
  const network: Network = {
    ...{ name: ground.name, region, vpcId: ground.vpcId, cidrBlock: ground.cidrBlock, dns: ground.dns },
    subnets: ground.subnets,
    endpoints: [{ type: "Interface", service: "logs", securityGroupIds: [securityGroupId] }],
  };
  const endpoints = new VpcEndpoints(stack, "endpoints", { network, services: EndpointPlan.forTasks([ordersTask]) });
  const inVpc = { peer: Peer.cidr("10.0.0.0/16"), port: 443 };
  const securityGroup = { egress: { "in-vpc": inVpc } };
  const service = new FargateService(stack, "service", { network, endpoints, task: ordersTask, securityGroup });
  const peer = Peer.securityGroup(service.securityGroup.securityGroupId);
  ingressRule(stack, "logs-ingress", securityGroupId, { peer, port: 443 });
}

/** What is wrong with the endpoints of a network. */
export const ENDPOINT_PAIRS: readonly Pair[] = [
  {
    name: "a service that is given the endpoints of another network",
    early: "endpoints-of-other-network",
    late: "endpoints-of-other-network",
    build: (stack, hasFault) => {
      const network = new PrivateNetwork(stack, "network", { region });
      const other = new PrivateNetwork(stack, "other", { region });
      const services = EndpointPlan.forTasks([ordersTask]);
      const endpoints = new VpcEndpoints(stack, "endpoints", { network: hasFault ? other : network, services });
      new FargateService(stack, "service", { network, endpoints, task: ordersTask });
    },
  },
  {
    name: "a network without a subnet for endpoints",
    early: "endpoint-subnet-missing",
    late: "endpoint-subnet-missing",
    build: (stack, hasFault) => {
      const subnets = [subnet("app", "application", 1), ...(hasFault ? [] : [subnet("endpoint", "endpoint", 2)])];
      orders(stack, { network: { subnets } });
    },
  },
  {
    name: "an endpoint that is given no subnet",
    early: "endpoint-subnet-missing",
    late: "endpoint-subnet-missing",
    build: (stack, hasFault) => withOwnEndpoint(stack, hasFault ? { subnets: [] } : {}),
  },
  {
    name: "an endpoint in a subnet that there is not",
    early: "endpoint-subnet-unknown",
    late: "endpoint-subnet-missing",
    build: (stack, hasFault) => withOwnEndpoint(stack, hasFault ? { subnets: ["nowhere"] } : {}),
  },
  {
    name: "an endpoint without a security group, which gets the VPC's",
    early: "endpoint-security-group-missing",
    late: "endpoint-ingress-missing",
    build: (stack, hasFault) => withOwnEndpoint(stack, hasFault ? { securityGroupIds: [] } : {}),
  },
  {
    name: "two subnets of one zone for the endpoints, in a network that is written down",
    early: "endpoint-subnets-share-zone",
    late: "endpoint-subnets-share-zone",
    build: (stack, hasFault) => {
      const subnets = [subnet("app", "application", 1), subnet("endpoint", "endpoint", 2)];
      const own = new PrivateNetwork(stack, "network", { region, subnets });
      const network: Network = {
        ...{ name: own.name, region, vpcId: own.vpcId, cidrBlock: own.cidrBlock, dns: own.dns },
        subnets: own.subnets.map((each) => ({ ...each, tier: hasFault ? "shared" : each.tier })),
      };
      const endpoints = new VpcEndpoints(stack, "endpoints", {
        network,
        services: EndpointPlan.forTasks([ordersTask]),
      });
      new FargateService(stack, "service", { network, endpoints, task: ordersTask });
    },
  },
  {
    name: "a misspelt service, of which the constructor cannot make a name",
    early: "service-unknown",
    late: "service-unknown",
    severities: ["error", "warning"],
    build: (stack, hasFault) => {
      const network = new PrivateNetwork(stack, "network", { region, availabilityZones: ["eu-west-1a"] });
      // From a program that the compiler does not check.
      const misspelt: EndpointServiceName = JSON.parse('"secretmanager"');
      const service = hasFault ? misspelt : "secretsmanager";
      const make = () => new InterfaceEndpoint(stack, "endpoint", { network, service, securityGroupIds: ["sg-0"] });
      if (!hasFault) return void make();
      expect(make).toThrow();
      new VpcEndpoint(stack, "by-hand", { vpcId: network.vpcId, serviceName: `com.amazonaws.${region}.${service}` });
    },
  },
  {
    name: "a service whose ports are not established",
    early: "endpoint-ports-unknown",
    late: "endpoint-ports-unknown",
    severities: ["error", "note"],
    build: (stack, hasFault) => {
      const settings = { [PORTS_UNKNOWN]: { ports: [587] } };
      orders(stack, { task: { ...ordersTask, uses: [PORTS_UNKNOWN] }, endpoints: hasFault ? {} : { settings } });
    },
  },
  {
    name: "a task subnet without a route table for the gateway endpoint",
    early: "gateway-endpoint-route-missing",
    late: "gateway-route-missing",
    build: (stack, hasFault) => {
      const app = subnet("app", "shared", 1, hasFault ? { routeTable: false } : {});
      orders(stack, { network: { subnets: [app] } });
    },
  },
  {
    name: "a zone in which an endpoint service is not offered",
    early: "endpoint-zone-not-offered",
    late: "endpoint-zone-not-offered",
    build: (stack, hasFault) => {
      const zone = hasFault ? "eu-west-1b" : "eu-west-1a";
      const provider = new PrivateNetwork(stack, "provider", { region, availabilityZones: ["eu-west-1a"] });
      const balancer = new NetworkLoadBalancer(stack, "balancer", {
        ...{ network: provider, listeners: { main: 443 }, ingress: { all: Peer.cidr("10.0.0.0/16") } },
      });
      balancer.addresses({ port: 443, addresses: { main: "10.0.0.9" } });
      const service = new EndpointService(stack, "service", {
        ...{ loadBalancers: [balancer], allowedPrincipals: ["arn:aws:iam::123456789012:root"] },
        acceptanceRequired: false,
      });
      const network = new PrivateNetwork(stack, "consumer", { region, availabilityZones: [zone] });
      const { securityGroupId } = new SecurityGroup(stack, "group", { vpcId: network.vpcId, name: "consumer" });
      new InterfaceEndpoint(stack, "endpoint", { network, service, securityGroupIds: [securityGroupId] });
    },
  },
];
