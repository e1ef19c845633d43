import { describe, expect, it } from "vitest";
import { EndpointPlan, type InstanceSpec } from "../../../../modules";
import { ordersTask } from "../../../support/orders";

const servicesOf = (...instances: readonly InstanceSpec[]) =>
  EndpointPlan.forInstances(instances).endpoints.map(({ service, type }) => `${service} ${type}`);

describe("the plan for instances", () => {
  it("has what Session Manager needs, unless there is no session", () => {
    expect(servicesOf({ name: "a" })).toEqual([
      "s3 Gateway",
      "ec2messages Interface",
      "ssm Interface",
      "ssmmessages Interface",
    ]);
    expect(servicesOf({ name: "a", sessionManager: false })).toEqual([]);
  });

  it("has S3 for packages of Amazon Linux, and for the layers of images", () => {
    expect(servicesOf({ name: "a", sessionManager: false, packages: ["docker"] })).toEqual(["s3 Gateway"]);
    expect(servicesOf({ name: "a", sessionManager: false, packages: [] })).toEqual([]);
    expect(servicesOf({ name: "a", sessionManager: false, uses: ["ecr.api", "ecr.dkr"] })).toEqual([
      "s3 Gateway",
      "ecr.api Interface",
      "ecr.dkr Interface",
    ]);
    expect(servicesOf({ name: "a", sessionManager: false, uses: ["ecr.api"] })).toEqual(["ecr.api Interface"]);
  });

  it("explains itself with the instance's name", () => {
    const plan = EndpointPlan.forInstances([{ name: "builder", sessionManager: false, uses: ["ecr.dkr"] }]);
    expect(plan.explain()).toBe(
      [
        "builder, EC2 instance: 1 gateway endpoint, 1 interface endpoint",
        "  s3       Gateway    ECR keeps image layers in S3   uses[0]",
        "  ecr.dkr  Interface  the instance calls Amazon ECR  uses[0]",
      ].join("\n"),
    );
    expect(plan.instances).toEqual(["builder"]);
    expect(plan.toJSON().instances).toEqual(["builder"]);
  });

  it("is one with the plan for tasks, and says whose reason is whose", () => {
    const plan = EndpointPlan.forTasks([ordersTask]).withInstances([{ name: "host", uses: ["logs"] }]);
    expect(plan.endpoints.map(({ service }) => service)).toEqual([
      "s3",
      "ec2messages",
      "ecr.api",
      "ecr.dkr",
      "logs",
      "ssm",
      "ssmmessages",
    ]);
    const logs = plan.endpoints.find(({ service }) => service === "logs");
    expect(logs?.reasons.map(({ task, source }) => [task, source])).toEqual([
      ["host", "uses[0]"],
      ["orders", "containers.api.logDriver"],
    ]);
    expect(plan.explain()).toMatch(/^orders, platform version 1\.4\.0; host, EC2 instance: /);
    expect(plan.explain()).toContain("host: uses[0]");
    expect(plan.toMarkdown()).toContain("`host: uses[0]`");
  });

  it("keeps the instances with a further endpoint and in a network", () => {
    const plan = EndpointPlan.forInstances([{ name: "a" }]).with("sqs", "it polls a queue");
    expect(plan.endpoints.map(({ service }) => service)).toContain("ssmmessages");
    const { present, missing } = plan.in({ endpoints: [{ service: "ssm", type: "Interface" }] });
    expect(present.map(({ service }) => service)).toEqual(["ssm"]);
    expect(missing.map(({ service }) => service)).toEqual(["s3", "ec2messages", "sqs", "ssmmessages"]);
  });

  it("leaves the JSON of a plan without instances as it was", () => {
    expect(Object.keys(EndpointPlan.forTasks([ordersTask]).toJSON())).toEqual([
      "version",
      "tasks",
      "endpoints",
      "issues",
    ]);
  });
});
