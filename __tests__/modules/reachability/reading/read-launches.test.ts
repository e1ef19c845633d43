import { describe, expect, it } from "vitest";
import { isolatedNetwork } from "../support/isolated-network";
import type { Block } from "../support/terraform-fixture";

const PIPE = "aws_pipes_pipe.orders";

function pipe(task: Block = {}, vpc: Block = {}) {
  return isolatedNetwork()
    .remove("aws_ecs_service.orders")
    .add(PIPE, {
      source: "${aws_sqs_queue.orders.arn}",
      target: "${aws_ecs_cluster.main.arn}",
      target_parameters: {
        ecs_task_parameters: {
          task_definition_arn: "${aws_ecs_task_definition.orders.arn}",
          launch_type: "FARGATE",
          network_configuration: {
            aws_vpc_configuration: {
              subnets: ["${aws_subnet.app_a.id}", "${aws_subnet.app_b.id}"],
              security_groups: ["${aws_security_group.task.id}"],
              assign_public_ip: "DISABLED",
              ...vpc,
            },
          },
          ...task,
        },
      },
    });
}

const verdicts = (fixture: ReturnType<typeof pipe>) =>
  fixture.prove().tasks.map(({ address, verdict }) => [address, verdict]);

describe("a pipe of EventBridge", () => {
  it("starts the task of its target", () => {
    expect(verdicts(pipe())).toEqual([[PIPE, "proved"]]);
  });

  it("breaks where an endpoint is missing", () => {
    expect(verdicts(pipe().remove("aws_vpc_endpoint.ecr_api"))).toEqual([[PIPE, "broken"]]);
  });

  it("leaves open the subnets that nobody knows", () => {
    expect(verdicts(pipe({}, { subnets: "${var.subnets}" }))).toEqual([[PIPE, "unknown"]]);
    expect(verdicts(pipe({ network_configuration: undefined }))).toEqual([[PIPE, "unknown"]]);
  });

  it("starts none on Fargate on instances", () => {
    expect(verdicts(pipe({ launch_type: "EC2" }))).toEqual([]);
  });

  it("may start the task with roles of its own choice", () => {
    const own = pipe({ overrides: { execution_role_arn: "arn:aws:iam::123456789012:role/other" } });
    expect(own.prove().conflicts.map(({ code }) => code)).toContain("permissions-not-proved");
    const plain = pipe({ overrides: { cpu: "512", execution_role_arn: "" } });
    expect(plain.prove().conflicts.map(({ code }) => code)).not.toContain("permissions-not-proved");
  });
});
