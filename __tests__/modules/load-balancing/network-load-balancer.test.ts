import type { TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import {
  EndpointPlan,
  FargateService,
  type NetworkInstanceTarget,
  NetworkLoadBalancer,
  type NetworkLoadBalancerProps,
  Peer,
  PrivateNetwork,
  VpcEndpoints,
} from "../../../modules";
import { codesOf } from "../../support/configuration-error-of";
import { ordersTask } from "../../support/orders";
import { newStack, ref, synth } from "../../support/synth";

const networkIn = (scope: TerraformStack) =>
  new PrivateNetwork(scope, "network", { region: "eu-west-1", availabilityZones: ["eu-west-1a"] });
const balancerIn = (scope: TerraformStack, wish: Partial<NetworkLoadBalancerProps> = {}) =>
  new NetworkLoadBalancer(scope, "balancer", {
    network: wish.network ?? networkIn(scope),
    ingress: { office: Peer.cidr("192.0.2.0/24") },
    listeners: { web: 80 },
    ...wish,
  });
const instances = { instances: { web: "i-1" }, securityGroupId: "sg-web", port: 8080 };

describe("NetworkLoadBalancer", () => {
  const stack = synth((scope) => balancerIn(scope).instances({ ...instances, healthCheck: { interval: 10 } }));

  it("is created with a security group, since AWS adds none later, and takes one zone", () => {
    expect(stack.only("aws_lb").attributes).toMatchObject({
      load_balancer_type: "network",
      internal: true,
      security_groups: [ref(stack.only("aws_security_group"), "id")],
      subnets: [ref(stack.at("network/subnet-private-a"), "id")],
    });
  });

  it("forwards TCP to instances", () => {
    const targetGroup = stack.only("aws_lb_target_group");
    expect(targetGroup.attributes).toMatchObject({
      protocol: "TCP",
      target_type: "instance",
      port: 8080,
      health_check: { protocol: "TCP", interval: 10 },
    });
    expect(stack.only("aws_lb_listener").attributes).toMatchObject({
      port: 80,
      protocol: "TCP",
      default_action: [{ type: "forward", target_group_arn: ref(targetGroup, "arn") }],
    });
    expect(stack.only("aws_lb_target_group_attachment").attributes).toEqual({
      target_group_arn: ref(targetGroup, "arn"),
      target_id: "i-1",
      port: 8080,
    });
  });

  it("is open to whom ingress names, and to the instances, and nothing else", () => {
    const group = ref(stack.only("aws_security_group"), "id");
    const rules = stack.resources
      .filter(({ type }) => type.startsWith("aws_vpc_security_group_"))
      .map(({ path, attributes: { description: _, ...attributes } }) => [path, attributes]);
    const tcp = (port: number) => ({ ip_protocol: "tcp", from_port: port, to_port: port });
    expect(Object.fromEntries(rules)).toEqual({
      "balancer/security-group/ingress-web-office": { security_group_id: group, cidr_ipv4: "192.0.2.0/24", ...tcp(80) },
      "balancer/target-web-egress": { security_group_id: group, referenced_security_group_id: "sg-web", ...tcp(8080) },
      "balancer/target-web-ingress": { security_group_id: "sg-web", referenced_security_group_id: group, ...tcp(8080) },
    });
  });

  it("forwards to addresses, also outside the VPC", () => {
    const outside = synth((scope) => {
      const addresses = { database: "10.9.0.4" };
      balancerIn(scope).addresses({ addresses, port: 5432, outsideVpc: true, healthCheck: { port: 8008, path: "/" } });
    });
    expect(outside.only("aws_lb_target_group_attachment").attributes).toMatchObject({
      target_id: "10.9.0.4",
      availability_zone: "all",
    });
    expect(outside.only("aws_lb_target_group").attributes).toMatchObject({
      target_type: "ip",
      health_check: { protocol: "HTTP", path: "/", port: "8008" },
    });
    const egress = outside.all("aws_vpc_security_group_egress_rule").map(({ attributes }) => attributes);
    expect(egress.map(({ cidr_ipv4, from_port }) => [cidr_ipv4, from_port])).toEqual([
      ["10.9.0.4/32", 5432],
      ["10.9.0.4/32", 8008],
    ]);
  });

  it("forwards to a Fargate service beside other targets, each by a listener of its own", () => {
    const both = synth((scope) => {
      const network = networkIn(scope);
      const balancer = balancerIn(scope, { network, listeners: { web: 80, api: 8443 } });
      balancer.instances({ ...instances, listener: "web" });
      const loadBalancers = [balancer.target({ listener: "api", container: "api", port: 8080 })];
      const endpoints = new VpcEndpoints(scope, "endpoints", {
        network,
        services: EndpointPlan.forTasks([ordersTask]),
      });
      new FargateService(scope, "service", { network, endpoints, task: ordersTask, loadBalancers });
    });
    expect(both.only("aws_ecs_service").attributes).toMatchObject({
      load_balancer: [{ target_group_arn: ref(both.at("balancer/target-group-api"), "arn") }],
      depends_on: expect.arrayContaining([both.at("balancer/listener-api").address]),
    });
    expect(both.at("balancer/target-group-api").attributes["target_type"]).toBe("ip");
    expect(both.at("service/balancer-api-ingress").attributes["from_port"]).toBe(8080);
  });

  it("can leave connections through PrivateLink to the endpoint service, and then needs nobody else", () => {
    const linked = synth((scope) =>
      balancerIn(scope, { ingress: {}, ingressAppliesToPrivateLink: false }).instances(instances),
    );
    expect(linked.only("aws_lb").attributes).toHaveProperty(
      "enforce_security_group_inbound_rules_on_private_link_traffic",
      "off",
    );
  });
});

describe("NetworkLoadBalancer refuses", () => {
  const refused = (wish: Partial<NetworkLoadBalancerProps>) => codesOf(() => balancerIn(newStack(), wish));

  it.each<[what: string, code: string, wish: Partial<NetworkLoadBalancerProps>]>([
    ["a port out of range", "port-out-of-range", { listeners: { web: 65_536 } }],
    ["two listeners on one port", "listener-port-taken", { listeners: { web: 80, api: 80 } }],
    ["to be public without public subnets", "public-subnet-missing", { scheme: "internet-facing" }],
    ["to let nobody in", "load-balancer-ingress-missing", { ingress: {} }],
    ["to have no listener", "listener-missing", { listeners: {} }],
  ])("%s", (_, code, wish) => {
    expect(refused(wish)).toEqual([code]);
  });

  it.each<[what: string, code: string, options: Partial<NetworkInstanceTarget>]>([
    ["a target port out of range", "port-out-of-range", { listener: "web", port: 0 }],
    ["an unknown listener", "listener-unknown", { listener: "wbe" }],
    ["a target without a listener where there are several", "listener-unnamed", {}],
    ["a malformed health check", "health-check-path-malformed", { listener: "web", healthCheck: { path: "x" } }],
  ])("%s", (_, code, options) => {
    const balancer = balancerIn(newStack(), { listeners: { web: 80, api: 81 } });
    expect(codesOf(() => balancer.instances({ ...instances, ...options }))).toEqual([code]);
  });

  it("a second target of a listener", () => {
    const balancer = balancerIn(newStack());
    balancer.instances(instances);
    expect(codesOf(() => balancer.instances(instances))).toEqual(["load-balancer-target-taken"]);
  });

  it("to be synthesized with a listener that forwards to nothing", () => {
    expect(() => synth((scope) => balancerIn(scope))).toThrow(/load-balancer-without-target: listeners\.web/);
  });
});
