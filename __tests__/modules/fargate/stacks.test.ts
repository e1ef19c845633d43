import { describe, expect, it } from "vitest";
import { EndpointPlan, FargateService, type FargateTask, PrivateNetwork, VpcEndpoints } from "../../../modules";
import { ordersTask } from "../../support/orders";
import { newStack, ref, synth, synthApp } from "../../support/synth";

const region = "eu-west-1";
const plan = EndpointPlan.forTasks([ordersTask]);

describe("a service in another stack than its network and endpoints", () => {
  const stacks = synthApp((app) => {
    const ground = newStack(app, "ground");
    const network = new PrivateNetwork(ground, "network", { region });
    const endpoints = new VpcEndpoints(ground, "endpoints", { network, services: plan });
    const top = newStack(app, "top");
    new FargateService(top, "service", { network, endpoints, task: ordersTask });
  });
  const ground = stacks.get("ground");
  const top = stacks.get("top");
  if (ground === undefined || top === undefined) throw new Error("two stacks were expected");

  it("is deployed after them", () => {
    expect(top.dependencies).toEqual(["ground"]);
    expect(ground.dependencies).toEqual([]);
  });

  it("keeps its rule at the endpoints in its own stack, so that they do not depend on it", () => {
    expect(ground.all("aws_vpc_security_group_ingress_rule")).toEqual([]);
    const rule = top.only("aws_vpc_security_group_ingress_rule").attributes;
    expect(rule["security_group_id"]).toMatch(/^\$\{data\.terraform_remote_state\..+\}$/);
    expect(rule["referenced_security_group_id"]).toBe(ref(top.only("aws_security_group"), "id"));
    expect(ground.dataSources.filter(({ type }) => type === "terraform_remote_state")).toEqual([]);
  });

  it("waits in depends_on for nothing that Terraform cannot find in its stack", () => {
    const here = new Set(top.addresses);
    const waitsFor = top.only("aws_ecs_task_definition").attributes["depends_on"];
    expect(waitsFor).toEqual(expect.arrayContaining([top.only("aws_vpc_security_group_ingress_rule").address]));
    expect(Array.isArray(waitsFor) && waitsFor.filter((address) => !here.has(address))).toEqual([]);
  });

  it("finds every output that it refers to in the other stack", () => {
    const outputs = Object.keys(ground.json.output ?? {});
    const named = Array.from(
      top.text.matchAll(/terraform_remote_state\.[^.]+\.outputs\.([\w-]+)/g),
      ([, name]) => name,
    );
    expect(named.length).toBeGreaterThan(0);
    expect([...new Set(named)].filter((name) => name === undefined || !outputs.includes(name))).toEqual([]);
  });
});

describe("two services on the same endpoints", () => {
  const worker: FargateTask = { ...ordersTask, family: "worker" };
  const stack = synth((scope) => {
    const network = new PrivateNetwork(scope, "network", { region });
    const endpoints = new VpcEndpoints(scope, "endpoints", {
      network,
      services: EndpointPlan.forTasks([ordersTask, worker]),
    });
    new FargateService(scope, "orders", { network, endpoints, task: ordersTask });
    new FargateService(scope, "worker", { network, endpoints, task: worker });
  });

  it("share them", () => {
    expect(stack.all("aws_vpc_endpoint")).toHaveLength(4);
  });

  it("are each let in, by the security group of their own tasks", () => {
    const rules = stack.all("aws_vpc_security_group_ingress_rule").map(({ attributes }) => attributes);
    expect(rules.map((rule) => rule["referenced_security_group_id"])).toEqual(
      ["orders", "worker"].map((name) => ref(stack.at(`${name}/security-group/Resource`), "id")),
    );
  });

  it("do not wait for each other", () => {
    for (const [one, other] of [
      ["orders", "worker"],
      ["worker", "orders"],
    ]) {
      const waitsFor = JSON.stringify(stack.at(`${one}/task-definition`).attributes["depends_on"]);
      expect(waitsFor).toContain(stack.at(`${one}/endpoints-ingress`).address);
      expect(waitsFor).not.toContain(stack.at(`${other}/endpoints-ingress`).address);
    }
  });
});
