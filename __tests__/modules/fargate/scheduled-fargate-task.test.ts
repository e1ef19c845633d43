import type { TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import {
  EndpointPlan,
  FargateService,
  type FargateTask,
  FargateTaskDefinition,
  type FargateTaskDefinitionProps,
  PrivateNetwork,
  ScheduledFargateTask,
  type ScheduledFargateTaskProps,
  Volume,
  VpcEndpoints,
} from "../../../modules";
import { codesOf } from "../../support/configuration-error-of";
import { ordersTask } from "../../support/orders";
import { newStack, parsed, ref, synth, synthApp } from "../../support/synth";

const NIGHTLY = "cron(0 3 * * ? *)";

interface Wishes extends Partial<ScheduledFargateTaskProps> {
  readonly definition?: Partial<FargateTaskDefinitionProps>;
}

const define = (scope: TerraformStack, props: Partial<FargateTaskDefinitionProps> = {}) => {
  const task: FargateTask = props.task ?? ordersTask;
  const network = new PrivateNetwork(scope, "network", { region: "eu-west-1" });
  const endpoints = new VpcEndpoints(scope, "endpoints", { network, services: EndpointPlan.forTasks([task]) });
  return new FargateTaskDefinition(scope, "orders", { network, endpoints, task, ...props });
};
const synthSchedule = ({ definition, ...props }: Wishes = {}) =>
  synth((scope) => {
    new ScheduledFargateTask(scope, "nightly", { task: define(scope, definition), schedule: NIGHTLY, ...props });
  });
const scheduleOf = (wishes: Wishes = {}) => synthSchedule(wishes).only("aws_scheduler_schedule").attributes;

describe("ScheduledFargateTask without further wishes", () => {
  const stack = synthSchedule();
  const definition = stack.only("aws_ecs_task_definition");

  it("starts one task on time, in the task subnets, without a public address", () => {
    expect(stack.only("aws_scheduler_schedule").attributes).toEqual({
      name: "test-nightly",
      schedule_expression: NIGHTLY,
      flexible_time_window: { mode: "OFF" },
      target: {
        arn: ref(stack.only("aws_ecs_cluster"), "arn"),
        role_arn: ref(stack.at("nightly/role"), "arn"),
        ecs_parameters: {
          task_definition_arn: ref(definition, "arn"),
          launch_type: "FARGATE",
          platform_version: "1.4.0",
          network_configuration: {
            assign_public_ip: false,
            subnets: ["a", "b"].map((zone) => ref(stack.at(`network/subnet-private-${zone}`), "id")),
            security_groups: [ref(stack.at("orders/security-group/Resource"), "id")],
          },
        },
      },
      depends_on: [stack.at("nightly/role-policy").address],
    });
    expect(stack.all("aws_ecs_service")).toEqual([]);
  });

  it("has a role without a boundary unless it is given one", () => {
    const boundary = "arn:aws:iam::123456789012:policy/boundary";
    expect(stack.at("nightly/role").attributes).not.toHaveProperty("permissions_boundary");
    const bounded = synthSchedule({ permissionsBoundary: boundary }).at("nightly/role");
    expect(bounded.attributes["permissions_boundary"]).toBe(boundary);
  });

  it("has a role that only schedules of this account take", () => {
    expect(parsed(stack.at("nightly/role").attributes["assume_role_policy"])).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "scheduler.amazonaws.com" },
          Action: ["sts:AssumeRole"],
          Condition: { StringEquals: { "aws:SourceAccount": expect.stringContaining(".account_id}") } },
        },
      ],
    });
  });

  it("has the rights to run the task's revisions in its cluster, and to pass on its two roles, nothing else", () => {
    expect(parsed(stack.at("nightly/role-policy").attributes["policy"])).toMatchObject({
      Statement: [
        {
          Action: ["ecs:RunTask"],
          Resource: [`${ref(definition, "arn_without_revision")}:*`],
          Condition: { ArnEquals: { "ecs:cluster": ref(stack.only("aws_ecs_cluster"), "arn") } },
        },
        {
          Action: ["iam:PassRole"],
          Resource: ["execution", "task"].map((role) => ref(stack.at(`orders/${role}-role/Resource`), "arn")),
          Condition: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
        },
      ],
    });
  });
});

describe("a schedule", () => {
  it.each<[string, Wishes, object]>([
    ["a rate", { schedule: "rate(6 hours)" }, { schedule_expression: "rate(6 hours)" }],
    ["a time zone", { timeZone: "Europe/Zurich" }, { schedule_expression_timezone: "Europe/Zurich" }],
    [
      "a flexible window",
      { flexibleWindow: 15 },
      { flexible_time_window: { mode: "FLEXIBLE", maximum_window_in_minutes: 15 } },
    ],
    [
      "a beginning and an end",
      { startDate: "2027-01-01T00:00:00Z", endDate: "2027-12-31T00:00:00Z" },
      { start_date: "2027-01-01T00:00:00Z", end_date: "2027-12-31T00:00:00Z" },
    ],
    ["nothing for now", { enabled: false }, { state: "DISABLED" }],
    ["several tasks", { taskCount: 3 }, { target: { ecs_parameters: { task_count: 3 } } }],
    [
      "a limit of retries",
      { retry: { maximumAttempts: 2, maximumEventAge: 600 } },
      { target: { retry_policy: { maximum_retry_attempts: 2, maximum_event_age_in_seconds: 600 } } },
    ],
    [
      "its name, description, group and key",
      { name: "import", description: "of the day", groupName: "imports", kmsKeyArn: "arn:aws:kms:eu-west-1:1:key/a" },
      {
        name: "import",
        description: "of the day",
        group_name: "imports",
        kms_key_arn: "arn:aws:kms:eu-west-1:1:key/a",
      },
    ],
  ])("can have %s", (_, wishes, attributes) => {
    expect(scheduleOf(wishes)).toMatchObject(attributes);
  });

  it("can have a queue for what could not be started, to which its role may send", () => {
    const deadLetterQueueArn = "arn:aws:sqs:eu-west-1:123456789012:missed";
    const stack = synthSchedule({ deadLetterQueueArn });
    expect(stack.only("aws_scheduler_schedule").attributes).toMatchObject({
      target: { dead_letter_config: { arn: deadLetterQueueArn } },
    });
    expect(stack.at("nightly/role-policy").attributes["policy"]).toContain(
      `"Action":["sqs:SendMessage"],"Resource":["${deadLetterQueueArn}"]`,
    );
  });

  it("can have a role of yours", () => {
    const stack = synthSchedule({ role: { arn: "arn:aws:iam::123456789012:role/scheduler" } });
    expect(stack.only("aws_scheduler_schedule").attributes).toMatchObject({
      target: { role_arn: "arn:aws:iam::123456789012:role/scheduler" },
    });
    expect(stack.resources.filter(({ path }) => path.startsWith("nightly/")).map(({ type }) => type)).toEqual([
      "aws_scheduler_schedule",
    ]);
  });

  it("starts the task on the capacity, and with ECS Exec, as its definition says", () => {
    const capacityProviders = { FARGATE_SPOT: { weight: 1 } };
    const stack = synthSchedule({ definition: { capacityProviders, task: { ...ordersTask, executeCommand: true } } });
    const { target, depends_on } = stack.only("aws_scheduler_schedule").attributes;
    expect(target).toMatchObject({
      ecs_parameters: {
        capacity_provider_strategy: [{ capacity_provider: "FARGATE_SPOT", weight: 1 }],
        enable_execute_command: true,
      },
    });
    expect(JSON.stringify(target)).not.toContain("launch_type");
    expect(depends_on).toContain(stack.only("aws_ecs_cluster_capacity_providers").address);
  });

  it("starts the task of a service as well, also from another stack", () => {
    const stacks = synthApp((app) => {
      const first = newStack(app, "first");
      const network = new PrivateNetwork(first, "network", { region: "eu-west-1" });
      const endpoints = new VpcEndpoints(first, "endpoints", {
        network,
        services: EndpointPlan.forTasks([ordersTask]),
      });
      const service = new FargateService(first, "orders", { network, endpoints, task: ordersTask });
      new ScheduledFargateTask(newStack(app, "second"), "nightly", { task: service, schedule: NIGHTLY });
    });
    expect(stacks.get("second")?.dependencies).toEqual(["first"]);
    expect(stacks.get("second")?.all("aws_scheduler_schedule")).toHaveLength(1);
  });

  it.each<[string, Wishes]>([
    ["a window of no minute", { flexibleWindow: 0 }],
    ["a window of more than a day", { flexibleWindow: 1441 }],
    ["eleven tasks at once", { taskCount: 11 }],
    ["half a task", { taskCount: 0.5 }],
    ["186 retries", { retry: { maximumAttempts: 186 } }],
    ["an age of a second", { retry: { maximumEventAge: 1 } }],
    ["a date without a zone", { startDate: "2027-01-01T00:00:00" }],
    ["a day that there is not", { endDate: "2027-13-01T00:00:00Z" }],
    ["a name with a space", { name: "nightly import" }],
    ["a group with a slash", { groupName: "shop/imports" }],
  ])("cannot have %s", (_, wishes) => {
    expect(codesOf(() => scheduleOf(wishes))).toEqual(["schedule-setting-invalid"]);
  });

  it("cannot have an expression that EventBridge Scheduler refuses", () => {
    expect(codesOf(() => scheduleOf({ schedule: "cron(0 3 * * *)" }))).toEqual(["schedule-expression-invalid"]);
  });

  it("cannot start a task with a volume of EBS", () => {
    const infrastructureRoleArn = "arn:aws:iam::123456789012:role/ebs";
    const task = { ...ordersTask, volumes: { data: Volume.ebs({ infrastructureRoleArn, sizeInGb: 20 }) } };
    expect(codesOf(() => scheduleOf({ definition: { task } }))).toEqual(["schedule-ebs-volume"]);
  });
});
