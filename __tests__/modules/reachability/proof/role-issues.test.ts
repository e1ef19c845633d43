import { describe, expect, it } from "vitest";
import { proveReachability } from "../../../../modules/reachability/prove-reachability";
import {
  container,
  interfaceEndpoint,
  isolatedNetwork,
  taskDefinition,
  withTaskRole,
} from "../support/isolated-network";
import { issuesOf, issuesWith, type TerraformFixture } from "../support/terraform-fixture";
import { ForeignPlan } from "../terraform/foreign-plan";

const DEFINITION = "aws_ecs_task_definition.orders";
const SERVICE = "aws_ecs_service.orders";
const TARGET = {
  task_definition_arn: "${aws_ecs_task_definition.orders.arn}",
  launch_type: "FARGATE",
  network_configuration: {
    subnets: ["${aws_subnet.app_a.id}", "${aws_subnet.app_b.id}"],
    security_groups: ["${aws_security_group.task.id}"],
  },
};

const withExec = (fixture: TerraformFixture) =>
  fixture
    .set(SERVICE, { enable_execute_command: true, cluster: "${aws_ecs_cluster.own.arn}" })
    .add("aws_ecs_cluster.own", { name: "own" })
    .add("aws_vpc_endpoint.exec", interfaceEndpoint("ssmmessages"));

describe("a task definition without an execution role", () => {
  it.each([undefined, null, ""])("is broken where the role is %j and its containers need one", (role) => {
    const proof = isolatedNetwork().set(DEFINITION, { execution_role_arn: role }).prove();
    expect(proof.verdict).toBe("broken");
    expect(issuesOf(proof)).toMatchObject([
      {
        code: "execution-role-missing",
        path: DEFINITION,
        problem: "the task has no execution role, which an image in ECR (api), the log driver awslogs (api) needs",
        fix: "add execution_role_arn",
      },
    ]);
  });

  it("is none where a variable, a data source or a condition may give the role", () => {
    for (const role of ["${var.role}", "${data.aws_iam_role.own.arn}", "${var.own ? aws_iam_role.own.arn : null}"]) {
      const proof = isolatedNetwork().set(DEFINITION, { execution_role_arn: role }).prove();
      expect(issuesWith(proof, "execution-role-missing")).toEqual([]);
      expect(proof.verdict).toBe("proved");
    }
  });

  it("is none where only an image that nobody knows would need the role", () => {
    const image = container({ image: "${var.image}", logConfiguration: undefined });
    const definition = { ...taskDefinition([image]), execution_role_arn: undefined };
    expect(issuesWith(isolatedNetwork().add(DEFINITION, definition).prove(), "execution-role-missing")).toEqual([]);
  });

  it("is none where a rule or a schedule starts the task with a role of its own", () => {
    const started = (input: string | undefined) =>
      isolatedNetwork()
        .set(DEFINITION, { execution_role_arn: undefined })
        .remove(SERVICE)
        .add("aws_scheduler_schedule.hourly", { target: [{ arn: "x", ecs_parameters: [TARGET], input }] })
        .add("aws_cloudwatch_event_target.nightly", { arn: "x", ecs_target: TARGET, input });
    const count = (input?: string) => issuesWith(started(input).prove(), "execution-role-missing").length;
    expect(count()).toBe(1);
    expect(count('{"containerOverrides":[]}')).toBe(1);
    expect(count('{"executionRoleArn":"arn:aws:iam::123456789012:role/start"}')).toBe(0);
    expect(count("${var.input}")).toBe(0);
  });

  it("is found in a plan as in a configuration", () => {
    const plan = new ForeignPlan("single-subnet", "new");
    const [definition] = plan.json.resource_changes.filter(({ address }) => /^aws_ecs_task_definition/.test(address));
    plan.set(definition?.address ?? "", { execution_role_arn: null });
    expect(issuesWith(proveReachability([plan.json]), "execution-role-missing")).toHaveLength(1);
    plan.forget(definition?.address ?? "", "execution_role_arn");
    expect(issuesWith(proveReachability([plan.json]), "execution-role-missing")).toEqual([]);
  });
});

describe("a task definition without a task role", () => {
  it("is broken where the service has ECS Exec", () => {
    const proof = withExec(isolatedNetwork()).prove();
    expect(proof.verdict).toBe("broken");
    expect(issuesOf(proof)).toMatchObject([
      { code: "task-role-missing", path: DEFINITION, fix: "add task_role_arn, with the four actions of ssmmessages" },
    ]);
    expect(withExec(withTaskRole(isolatedNetwork())).prove().verdict).toBe("proved");
  });

  it("is none where it is not known whether the service has ECS Exec", () => {
    const proof = isolatedNetwork().set(SERVICE, { enable_execute_command: "${var.exec}" }).prove();
    expect(issuesWith(proof, "task-role-missing")).toEqual([]);
  });
});
