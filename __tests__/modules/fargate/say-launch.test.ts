import type { TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import {
  EndpointPlan,
  type FargateTask,
  FargateTaskDefinition,
  PrivateNetwork,
  ScheduledFargateTask,
  VpcEndpoints,
} from "../../../modules";
import { ordersTask } from "../../support/orders";
import { synth } from "../../support/synth";
import { TerraformFixture } from "../reachability/support/terraform-fixture";

/** The Terraform of a task definition in a network of its own. */
function terraformOf(
  task: FargateTask = ordersTask,
  more: (scope: TerraformStack, task: FargateTaskDefinition) => void = () => undefined,
) {
  const stack = synth((scope) => {
    const network = new PrivateNetwork(scope, "network", { region: "eu-west-1" });
    const endpoints = new VpcEndpoints(scope, "endpoints", { network, services: EndpointPlan.forTasks([task]) });
    more(scope, new FargateTaskDefinition(scope, "orders", { network, endpoints, task }));
  });
  const definition = stack.only("aws_ecs_task_definition").address;
  return { definition, terraform: new TerraformFixture(JSON.parse(stack.text)), stack };
}

describe("a task definition that nothing in the app starts", () => {
  it("is proved in the subnets and with the security group that it was given", () => {
    const { definition, terraform } = terraformOf();
    const { tasks, verdict } = terraform.prove();
    expect(tasks.map(({ address }) => address)).toEqual([definition]);
    expect(verdict).toBe("proved");
  });

  it("is proved with ECS Exec, which its cluster logs", () => {
    const { tasks } = terraformOf({ ...ordersTask, executeCommand: true }).terraform.prove();
    expect(tasks.map(({ verdict }) => verdict)).toEqual(["proved"]);
    expect(tasks[0]?.dependencies.map(({ service }) => service)).toContain("ssmmessages");
  });

  it("is broken where an endpoint that it needs is taken away", () => {
    const { terraform, stack } = terraformOf();
    const endpoint = stack
      .all("aws_vpc_endpoint")
      .find(({ attributes }) => String(attributes["service_name"]).endsWith("ecr.api"));
    expect(terraform.remove(endpoint?.address ?? "").prove().verdict).toBe("broken");
  });
});

describe("a task definition that a schedule of the app starts", () => {
  it("is one task, that of the schedule", () => {
    const { terraform, stack } = terraformOf(ordersTask, (scope, task) => {
      new ScheduledFargateTask(scope, "nightly", { task, schedule: "rate(1 day)" });
    });
    const schedule = stack.only("aws_scheduler_schedule").address;
    expect(terraform.prove().tasks.map(({ address }) => address)).toEqual([schedule]);
  });
});
