import { describe, expect, expectTypeOf, it } from "vitest";
import { EndpointPlan } from "../../../../modules/planning/plan/endpoint-plan";
import { readTaskDefinition } from "../../../../modules/task/definition/read-task-definition";
import type { FargateTask } from "../../../../modules/task/fargate-task";
import { codesOf, configurationErrorOf } from "../../../support/configuration-error-of";

const image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1";
const definition = {
  family: "orders",
  networkMode: "awsvpc",
  requiresCompatibilities: ["FARGATE"],
  cpu: "512",
  memory: "1024",
  containerDefinitions: [{ name: "api", image }],
};

describe("readTaskDefinition", () => {
  it("gives a task", () => {
    const task = readTaskDefinition(definition);
    expectTypeOf(task).toEqualTypeOf<FargateTask>();
    expect(task).toMatchObject({ family: "orders", cpu: "512", memory: "1024" });
    expect(Object.keys(task.containers)).toEqual(["api"]);
  });

  it("needs neither roles nor, for a list of containers, a size: the service has them", () => {
    const secrets = [{ name: "A", valueFrom: "/a" }];
    expect(readTaskDefinition([{ name: "api", image, secrets }], { family: "orders" })).toMatchObject({
      family: "orders",
    });
    expect(
      readTaskDefinition({ ...definition, containerDefinitions: [{ name: "api", image, secrets }] }),
    ).toBeDefined();
  });

  it("needs the size of a task definition, which ECS would refuse without", () => {
    const { cpu: _, ...withoutCpu } = definition;
    expect(codesOf(() => readTaskDefinition(withoutCpu))).toEqual(["fargate-size-incomplete"]);
  });

  it("needs a family", () => {
    expect(codesOf(() => readTaskDefinition([{ name: "api", image }]))).toEqual(["family-missing"]);
    expect(readTaskDefinition(definition, { family: "other" }).family).toBe("orders");
  });

  it("throws everything that is wrong at once, with the paths of the JSON", () => {
    const error = configurationErrorOf(() =>
      readTaskDefinition({
        taskDefinition: {
          ...definition,
          networkMode: "host",
          memory: "8192",
          containerDefinitions: [{ name: "api", image, portMappings: [{ containerPort: 0 }] }],
        },
      }),
    );
    expect(error.issues.map(({ code, path }) => [code, path])).toEqual([
      ["network-mode-invalid", "taskDefinition.networkMode"],
      ["fargate-memory-invalid", "taskDefinition.memory"],
      ["port-out-of-range", "taskDefinition.containerDefinitions[0].portMappings[0]"],
    ]);
    expect(error.message).toMatch(/^the task definition has 3 problems\n/);
  });

  it("plans for either service where a token does not tell which one has the secret", () => {
    const services = (valueFrom: string) => {
      const task = readTaskDefinition([{ name: "api", image, secrets: [{ name: "A", valueFrom }] }], {
        family: "orders",
      });
      return EndpointPlan.forTasks([task]).endpoints.map(({ service }) => service);
    };
    expect(services("${TfToken[TOKEN.2]}")).toEqual(expect.arrayContaining(["secretsmanager", "ssm"]));
    expect(services("${TfToken[TOKEN.2]}:::")).not.toContain("ssm");
    expect(services("/plain")).not.toContain("secretsmanager");
  });

  it("never throws for what Terraform fills in", () => {
    const container = {
      name: "api",
      image: "${TfToken[TOKEN.1]}",
      secrets: [{ name: "A", valueFrom: "${TfToken[TOKEN.2]}" }],
    };
    expect(readTaskDefinition({ ...definition, cpu: "${var.cpu}", containerDefinitions: [container] }).cpu).toBe(
      "${var.cpu}",
    );
  });
});
