import { describe, expect, it } from "vitest";
import { isolatedNetwork } from "../support/isolated-network";

const SERVICE = "aws_ecs_service.orders";
const MACHINE = "aws_sfn_state_machine.nightly";
const VPC = {
  Subnets: ["${aws_subnet.app_a.id}", "${aws_subnet.app_b.id}"],
  SecurityGroups: ["${aws_security_group.task.id}"],
};
const PARAMETERS = {
  LaunchType: "FARGATE",
  Cluster: "${aws_ecs_cluster.main.arn}",
  TaskDefinition: "${aws_ecs_task_definition.orders.arn}",
  NetworkConfiguration: { AwsvpcConfiguration: VPC },
};
const RUN = { Type: "Task", Resource: "arn:aws:states:::ecs:runTask.sync", End: true };

function started(state: object) {
  return defined(JSON.stringify({ StartAt: "Run", States: { Run: state } }));
}

function defined(definition: string) {
  return isolatedNetwork().remove(SERVICE).add(MACHINE, { definition });
}

const tasksOf = (state: object) =>
  started(state)
    .prove()
    .tasks.map(({ address, verdict }) => [address, verdict]);

describe("a state machine of Step Functions", () => {
  it("runs a task where it says so, and that is all that there is of the definition", () => {
    expect(tasksOf({ ...RUN, Parameters: PARAMETERS })).toEqual([[MACHINE, "proved"]]);
  });

  it.each<[string, object]>([
    ["in a branch", { Type: "Parallel", Branches: [{ States: { Inner: { ...RUN, Parameters: PARAMETERS } } }] }],
    ["for each item", { Type: "Map", ItemProcessor: { States: { Inner: { ...RUN, Parameters: PARAMETERS } } } }],
    ["with JSONata", { ...RUN, Arguments: PARAMETERS }],
    [
      "in another partition, waiting for a token",
      {
        ...RUN,
        Resource: "arn:${data.aws_partition.current.partition}:states:::ecs:runTask.waitForTaskToken",
        Parameters: PARAMETERS,
      },
    ],
    [
      "on Spot",
      {
        ...RUN,
        Parameters: {
          ...PARAMETERS,
          LaunchType: undefined,
          CapacityProviderStrategy: [{ CapacityProvider: "FARGATE_SPOT" }],
        },
      },
    ],
  ])("runs it %s", (_where, state) => {
    expect(tasksOf(state)).toEqual([[MACHINE, "proved"]]);
  });

  it("breaks where the security group of the task does not let it out", () => {
    const fixture = started({ ...RUN, Parameters: PARAMETERS }).remove("aws_vpc_endpoint.logs");
    const [task] = fixture.prove().tasks;
    expect([task?.address, task?.verdict]).toEqual([MACHINE, "broken"]);
  });

  it.each<[string, object]>([
    [
      "the subnets by a path",
      { AwsvpcConfiguration: { "Subnets.$": "$.subnets", SecurityGroups: VPC.SecurityGroups } },
    ],
    ["the subnets by an expression", { AwsvpcConfiguration: { ...VPC, Subnets: "{% $states.input.subnets %}" } }],
  ])("leaves open what an execution gives: %s", (_what, network) => {
    expect(tasksOf({ ...RUN, Parameters: { ...PARAMETERS, NetworkConfiguration: network } })).toEqual([
      [MACHINE, "unknown"],
    ]);
  });

  it("runs no task of Fargate on instances", () => {
    expect(tasksOf({ ...RUN, Parameters: { ...PARAMETERS, LaunchType: "EC2" } })).toEqual([]);
  });

  it("starts nothing by a state of another kind", () => {
    const [task, ...others] = tasksOf({ ...RUN, Resource: "arn:aws:states:::lambda:invoke", Parameters: {} });
    expect([task?.[0], others]).toEqual(["aws_ecs_task_definition.orders", []]);
  });

  it.each(["${var.definition}", "{ no JSON", "[]", "7"])("is read as far as it goes: %j", (definition) => {
    const { tasks } = defined(definition).prove();
    expect(tasks.map(({ address }) => address)).toEqual(["aws_ecs_task_definition.orders"]);
  });

  it("may start the task with roles of its own choice", () => {
    const overrides = { Overrides: { TaskRoleArn: "arn:aws:iam::123456789012:role/other" } };
    const fixture = started({ ...RUN, Parameters: { ...PARAMETERS, ...overrides } });
    expect(fixture.prove().conflicts.map(({ code }) => code)).toContain("permissions-not-proved");
  });
});
