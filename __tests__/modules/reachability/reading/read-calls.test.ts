import { describe, expect, it } from "vitest";
import { EndpointPlan, FargateService, Peer, PrivateNetwork, VpcEndpoints } from "../../../../modules";
import { proveReachability } from "../../../../modules/entries/reachability";
import { ordersTask } from "../../../support/orders";
import { newStack, synthApp } from "../../../support/synth";
import { isolatedNetwork } from "../support/isolated-network";
import { onlyTask } from "../support/terraform-fixture";

/** Two services in stacks of their own, of which one calls the other, a cache and a host. */
function stacks(openTheirs: boolean) {
  const synthesized = synthApp((app) => {
    const [shop, orders] = [newStack(app, "shop"), newStack(app, "orders")];
    const network = new PrivateNetwork(shop, "network", { region: "eu-west-1" });
    const endpoints = new VpcEndpoints(shop, "endpoints", { network, services: EndpointPlan.forTasks([ordersTask]) });
    const prices = new FargateService(shop, "prices", {
      network,
      endpoints,
      task: { ...ordersTask, family: "prices" },
    });
    new FargateService(orders, "orders", {
      network,
      endpoints,
      task: ordersTask,
      calls: {
        prices: { service: prices },
        cache: { peer: Peer.securityGroup("sg-0123456789abcdef0"), port: 6379, openTheirs },
        legacy: { host: "legacy.internal", port: 8443 },
      },
    });
  });
  return [...synthesized.values()].map(({ text }) => JSON.parse(text));
}

const callsOf = (openTheirs: boolean) => {
  const orders = proveReachability(stacks(openTheirs)).tasks.find(({ task }) => task === "orders");
  const calls = orders?.dependencies.filter(({ service }) => service.includes(":")) ?? [];
  return calls.map(({ service, verdict }) => `${verdict} ${service}`).sort();
};

describe("the calls in the comment of a task definition", () => {
  it("are proved over the JSON alone, also across stacks", () => {
    expect(callsOf(true)).toEqual(["proved cache:6379", "proved legacy:8443", "proved prices:8080"]);
  });

  it("leave open whom a group of others lets in", () => {
    expect(callsOf(false)).toEqual(["proved legacy:8443", "proved prices:8080", "unknown cache:6379"]);
  });

  it.each([null, [], "prices", { prices: null }, { prices: { port: 80 } }, { prices: ["sg-0a"] }])(
    "are left out where they are none: %j",
    (calls) => {
      const network = isolatedNetwork().set("aws_ecs_task_definition.orders", { "//": { privateFargate: { calls } } });
      const services = onlyTask(network.prove()).dependencies.map(({ service }) => service);
      expect(services).toEqual(["s3", "ecr.api", "ecr.dkr", "logs"]);
    },
  );

  it("are said by an egress rule as well, of the tasks that carry its group and of nobody else", () => {
    const rule = "aws_vpc_security_group_egress_rule.legacy";
    const saying = (group: string) =>
      isolatedNetwork().add(rule, {
        "//": { privateFargate: { calls: { legacy: { host: "10.0.1.9", port: 8443 } } } },
        ...{ security_group_id: group, cidr_ipv4: "10.0.1.9/32", ip_protocol: "tcp", from_port: 8443, to_port: 8443 },
      });
    const services = (group: string) => onlyTask(saying(group).prove()).dependencies.map(({ service }) => service);
    expect(services("${aws_security_group.task.id}")).toContain("legacy:8443");
    expect(services("${aws_security_group.endpoint.id}")).not.toContain("legacy:8443");
    expect(services("${var.group}")).not.toContain("legacy:8443");
  });
});
