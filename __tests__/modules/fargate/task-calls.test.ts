import { SecurityGroup as AwsSecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import type { TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import {
  EndpointPlan,
  FargateService,
  type FargateServiceProps,
  type FargateTask,
  Peer,
  PrivateNetwork,
  type TaskCalls,
  VpcEndpoints,
} from "../../../modules";
import { ordersTask } from "../../support/orders";
import { newStack, ref, synth, synthApp } from "../../support/synth";

const pricesTask = { ...ordersTask, family: "prices" } satisfies FargateTask;

/** A network with endpoints in which services are made. */
const ground = (scope: TerraformStack) => {
  const network = new PrivateNetwork(scope, "network", { region: "eu-west-1" });
  const endpoints = new VpcEndpoints(scope, "endpoints", { network, services: EndpointPlan.forTasks([ordersTask]) });
  return (id: string, task: FargateTask, props: Partial<FargateServiceProps> = {}, within = scope) =>
    new FargateService(within, id, { network, endpoints, task, ...props });
};

/** What calls make of a stack in which "prices" can be called. */
const calling = (calls: (prices: FargateService, scope: TerraformStack) => TaskCalls) =>
  synth((scope) => {
    const service = ground(scope);
    const prices = service("prices", pricesTask);
    service("orders", ordersTask, { calls: calls(prices, scope) });
  });

describe("a call to a service", () => {
  it("opens both security groups on its port, and the task waits for both rules", () => {
    const stack = calling((prices) => ({ prices: { service: prices } }));
    const rule = { from_port: 8080, to_port: 8080, ip_protocol: "tcp", description: "orders calls prices" };
    const [orders, prices] = [
      ref(stack.at("orders/security-group/Resource"), "id"),
      ref(stack.at("prices/security-group/Resource"), "id"),
    ];
    expect(stack.at("orders/call-prices-egress").attributes).toMatchObject({
      ...rule,
      security_group_id: orders,
      referenced_security_group_id: prices,
    });
    expect(stack.at("orders/call-prices-ingress").attributes).toMatchObject({
      ...rule,
      security_group_id: prices,
      referenced_security_group_id: orders,
    });
    const waitsFor = stack.at("orders/task-definition").attributes["depends_on"];
    expect(waitsFor).toEqual(
      expect.arrayContaining([
        stack.at("orders/call-prices-egress").address,
        stack.at("orders/call-prices-ingress").address,
      ]),
    );
  });

  it("takes another port and description", () => {
    const stack = calling((prices) => ({ metrics: { service: prices, port: 9090, description: "metrics" } }));
    expect(stack.at("orders/call-metrics-ingress").attributes).toMatchObject({
      from_port: 9090,
      description: "metrics",
    });
  });

  it("puts both rules into the stack of the task that calls, so that no stack waits for another in a circle", () => {
    const stacks = synthApp((app) => {
      const [shop, orders] = [newStack(app, "shop"), newStack(app, "orders")];
      const service = ground(shop);
      const prices = service("prices", pricesTask);
      service("orders", ordersTask, { calls: { prices: { service: prices } } }, orders);
    });
    expect(stacks.get("orders")?.at("orders/call-prices-ingress").type).toBe("aws_vpc_security_group_ingress_rule");
    expect(stacks.get("shop")?.text).not.toContain("call-prices");
    expect(stacks.get("shop")?.dependencies).toEqual([]);
    expect(stacks.get("orders")?.dependencies).toEqual(["shop"]);
  });
});

describe("a call to what is not a service", () => {
  it("lets the task out to a security group, and leaves that alone", () => {
    const stack = calling(() => ({ database: { peer: Peer.securityGroup("sg-0123456789abcdef0"), port: 5432 } }));
    expect(stack.at("orders/call-database-egress").attributes).toMatchObject({
      referenced_security_group_id: "sg-0123456789abcdef0",
      from_port: 5432,
    });
    expect(stack.text).not.toContain("call-database-ingress");
  });

  it("opens a security group of others where that is asked for, also where Terraform makes it", () => {
    const stack = calling((_, scope) => ({
      cache: {
        peer: Peer.securityGroup(new AwsSecurityGroup(scope, "cache", { vpcId: "vpc-0a" }).id),
        port: 6379,
        openTheirs: true,
      },
    }));
    expect(stack.at("orders/call-cache-ingress").attributes).toMatchObject({
      security_group_id: "${aws_security_group.cache.id}",
      referenced_security_group_id: ref(stack.at("orders/security-group/Resource"), "id"),
      from_port: 6379,
    });
  });

  it.each([
    ["a block", { peer: Peer.cidr("10.0.3.0/24"), port: 5432 }, "10.0.3.0/24"],
    ["an address", { host: "10.0.3.7", port: 5432 }, "10.0.3.7/32"],
    ["a name, which is anywhere in the VPC", { host: "legacy.internal", port: 5432 }, "10.0.0.0/16"],
  ])("lets the task out to %s", (_, call, block) => {
    const stack = calling(() => ({ database: call }));
    expect(stack.at("orders/call-database-egress").attributes["cidr_ipv4"]).toBe(block);
  });
});
