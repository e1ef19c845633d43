import { isEndpointServiceName } from "../aws/endpoint-services/endpoint-service-facts";
import type { TerraformJson } from "../reachability/terraform/expressions/terraform-json";
import type { Diagnosis } from "./diagnosis";

/** What nobody knows is a variable without a value. */
const UNKNOWN_IMAGE = "${var.image}";
const UNKNOWN_GROUP = "${var.security_group}";

/**
 * The task that a message is about, as Terraform that runs it where the input says and calls what has failed: a snapshot
 * of a VPC starts none.
 *
 * @returns `undefined` where the input does not tell where the task runs, or what is called has no endpoints
 */
export function placedTask({ call, tasks, placement }: Diagnosis): TerraformJson | undefined {
  const uses = call.services.filter(isEndpointServiceName);
  if (placement === undefined || uses.length === 0) return undefined;
  const { subnets, securityGroups = [UNKNOWN_GROUP] } = placement;
  const [name = "task"] = tasks;
  return {
    ...(call.region === undefined ? {} : { provider: { aws: [{ region: call.region }] } }),
    resource: {
      aws_ecs_task_definition: {
        task: {
          family: name,
          cpu: "256",
          memory: "512",
          network_mode: "awsvpc",
          requires_compatibilities: ["FARGATE"],
          container_definitions: JSON.stringify([{ name: "app", image: UNKNOWN_IMAGE, essential: true }]),
          "//": { privateFargate: { uses } },
        },
      },
      aws_ecs_service: {
        task: {
          name,
          launch_type: "FARGATE",
          task_definition: "${aws_ecs_task_definition.task.arn}",
          network_configuration: { subnets, security_groups: securityGroups },
        },
      },
    },
  };
}
