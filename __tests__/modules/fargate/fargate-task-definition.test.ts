import { TerraformOutput, type TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import {
  EndpointPlan,
  FargateService,
  FargateTaskDefinition,
  type FargateTaskDefinitionProps,
  PrivateNetwork,
  VpcEndpoints,
} from "../../../modules";
import { codesOf } from "../../support/configuration-error-of";
import { ordersTask } from "../../support/orders";
import { parsed, ref, synth } from "../../support/synth";

const surroundings = (scope: TerraformStack) => {
  const network = new PrivateNetwork(scope, "network", { region: "eu-west-1" });
  const endpoints = new VpcEndpoints(scope, "endpoints", { network, services: EndpointPlan.forTasks([ordersTask]) });
  return { network, endpoints, task: ordersTask };
};
const build = (scope: TerraformStack, props: Partial<FargateTaskDefinitionProps> = {}) =>
  new FargateTaskDefinition(scope, "orders", { ...surroundings(scope), ...props });

describe("FargateTaskDefinition", () => {
  it("makes all that a service makes, apart from the service", () => {
    const alone = synth((scope) => build(scope));
    const withService = synth((scope) => new FargateService(scope, "orders", surroundings(scope)));
    const others = withService.resources.filter(({ type }) => type !== "aws_ecs_service");
    expect(alone.resources.map(({ path, attributes }) => [path, attributes])).toEqual(
      others.map(({ path, attributes }) => [path, attributes]),
    );
  });

  it("tells how the task is run by hand", () => {
    const stack = synth((scope) => {
      const { runTaskCommand } = build(scope, {
        subnets: ["private-a"],
        task: { ...ordersTask, cpuArchitecture: "ARM64" },
      });
      new TerraformOutput(scope, "command", { value: runTaskCommand });
    });
    const group = ref(stack.at("orders/security-group/Resource"), "id");
    expect(stack.output("command")).toBe(
      [
        "aws ecs run-task --region eu-west-1",
        `--cluster ${ref(stack.only("aws_ecs_cluster"), "arn")}`,
        `--task-definition ${ref(stack.only("aws_ecs_task_definition"), "arn")}`,
        "--launch-type FARGATE --platform-version 1.4.0",
        `--network-configuration 'awsvpcConfiguration={subnets=[${ref(stack.at("network/subnet-private-a"), "id")}],securityGroups=[${group}],assignPublicIp=DISABLED}'`,
      ].join(" "),
    );
  });

  it("turns ECS Exec on for a task that is run by hand", () => {
    const task = { ...ordersTask, executeCommand: true } as const;
    const stack = synth((scope) => {
      const network = new PrivateNetwork(scope, "network", { region: "eu-west-1" });
      const endpoints = new VpcEndpoints(scope, "endpoints", { network, services: EndpointPlan.forTasks([task]) });
      const { runTaskCommand } = new FargateTaskDefinition(scope, "orders", { network, endpoints, task });
      new TerraformOutput(scope, "command", { value: runTaskCommand });
    });
    expect(stack.output("command")).toMatch(/ --enable-execute-command$/);
  });

  it("has the rights of whoever starts it as statements: its revisions in its cluster, and its two roles", () => {
    const stack = synth((scope) => {
      const { runTaskStatements } = build(scope);
      new TerraformOutput(scope, "statements", { value: JSON.stringify(runTaskStatements) });
    });
    expect(parsed(stack.output("statements"))).toEqual([
      {
        actions: ["ecs:RunTask"],
        resources: [`${ref(stack.only("aws_ecs_task_definition"), "arn_without_revision")}:*`],
        conditions: { ArnEquals: { "ecs:cluster": ref(stack.only("aws_ecs_cluster"), "arn") } },
      },
      {
        actions: ["iam:PassRole"],
        resources: ["execution", "task"].map((role) => ref(stack.at(`orders/${role}-role/Resource`), "arn")),
        conditions: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
      },
    ]);
  });

  it("refuses what a service refuses", () => {
    const mute = { ...ordersTask, uses: ["sqs"] } as const;
    expect(codesOf(() => synth((scope) => build(scope, { task: mute })))).toEqual(["endpoint-missing"]);
    expect(codesOf(() => synth((scope) => build(scope, { subnets: [] })))).toEqual(["task-subnet-missing"]);
  });
});
