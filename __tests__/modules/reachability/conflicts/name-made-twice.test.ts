import { describe, expect, it } from "vitest";
import { EndpointPlan, FargateService, PrivateNetwork, VpcEndpoints } from "../../../../modules";
import { ordersTask } from "../../../support/orders";
import { newStack, synthApp } from "../../../support/synth";
import { isolatedNetwork } from "../support/isolated-network";
import { issuesWith, type TerraformFixture } from "../support/terraform-fixture";

const found = (fixture: TerraformFixture) =>
  issuesWith(fixture.prove(), "name-made-twice").map(({ path, problem }) => [path, problem]);
const twice = (type: string, first: object, second: object = first) =>
  isolatedNetwork()
    .add(`${type}.one`, { ...first })
    .add(`${type}.two`, { ...second });
const inVpc = { name: "web", vpc_id: "${aws_vpc.main.id}" };

describe("a name that is made twice", () => {
  it.each([
    ["aws_ecs_cluster", "cluster", { name: "web" }],
    ["aws_cloudwatch_log_group", "log group", { name: "web" }],
    ["aws_security_group", "security group", inVpc],
  ])("is an error for %s", (type, kind, block) => {
    expect(found(twice(type, block))).toEqual([
      [`${type}.two`, `${type}.two and ${type}.one both create the ${kind} "web"`],
    ]);
  });

  it.each<[string, TerraformFixture]>([
    ["of other names", twice("aws_cloudwatch_log_group", { name: "web" }, { name: "worker" })],
    ["of prefixes", twice("aws_security_group", { name_prefix: "web", vpc_id: "${aws_vpc.main.id}" })],
    ["of names that Terraform fills in", twice("aws_ecs_cluster", { name: "${random_id.name.hex}" })],
    [
      "of other kinds",
      twice("aws_ecs_cluster", { name: "web" })
        .remove("aws_ecs_cluster.two")
        .add("aws_cloudwatch_log_group.web", { name: "web" }),
    ],
    ["in other VPCs", twice("aws_security_group", inVpc, { name: "web", vpc_id: "vpc-0123456789abcdef0" })],
    ["in a VPC that is not known", twice("aws_security_group", { name: "web", vpc_id: "${var.vpc}" }, inVpc)],
    ["of another provider", twice("aws_ecs_cluster", { name: "web" }, { name: "web", provider: "aws.other" })],
    [
      "in another Region",
      twice("aws_ecs_cluster", { name: "web", region: "eu-west-1" }, { name: "web", region: "us-east-1" }),
    ],
    [
      "of which one may not be made",
      twice(
        "aws_ecs_cluster",
        { name: "web", count: "${var.shared ? 0 : 1}" },
        { name: "web", count: "${var.shared ? 1 : 0}" },
      ),
    ],
    ["of which one is not made", twice("aws_ecs_cluster", { name: "web", count: 0 }, { name: "web" })],
  ])("is none for resources %s", (_, fixture) => {
    expect(found(fixture)).toEqual([]);
  });

  it("is found where count makes the second", () => {
    const fixture = isolatedNetwork().add("aws_cloudwatch_log_group.web", { name: "web", count: 2 });
    expect(found(fixture)).toHaveLength(1);
  });

  it("is what two services of one task make of all three in a stack; in stacks of their own they may be in two accounts", () => {
    const build = (names: readonly [string, string]) => () =>
      synthApp((app) => {
        const stacks = new Map([...new Set(names)].map((name) => [name, newStack(app, name)]));
        for (const [index, name] of names.entries()) {
          const scope = stacks.get(name) ?? app;
          const network = new PrivateNetwork(scope, `network-${index}`, { region: "eu-west-1" });
          const services = EndpointPlan.forTasks([ordersTask]);
          const endpoints = new VpcEndpoints(scope, `endpoints-${index}`, { network, services });
          new FargateService(scope, `orders-${index}`, { network, endpoints, task: ordersTask });
        }
      });
    expect(build(["one", "one"])).toThrow(/name-made-twice/);
    expect(build(["one", "two"])).not.toThrow();
  });
});
