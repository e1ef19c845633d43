import type { Construct } from "constructs";
import type { AskedRequest } from "../asks/ask";
import { roleStatements } from "../asks/role-statements";
import type { PolicyStatement } from "../aws/policy-document";
import type { VpcEndpoints } from "../endpoints/vpc-endpoints";
import type { Network } from "../network/network";
import { asksOf } from "../planning/rules/asks-of";
import type { UncheckedFargateTask } from "../task/fargate-task";
import { type LogGroupReference, TaskArns } from "./task-arns";

/** A task where it runs. */
export interface PlacedTask {
  readonly task: UncheckedFargateTask;
  readonly network: Network;
  readonly endpoints?: VpcEndpoints;
}

/** The rights of the two roles of a task. */
export interface TaskRights {
  readonly executionRole: readonly PolicyStatement[];
  readonly taskRole: readonly PolicyStatement[];
}

/**
 * The least rights with which a task starts and runs: what it asks, and what it grants its application.
 *
 * Sources: Amazon ECS Developer Guide, "Task execution IAM role" and "Monitor Amazon ECS containers with ECS Exec".
 *
 * @param logGroup the service's log group, where the task writes to it
 */
export function taskRights(
  scope: Construct,
  { task, network, endpoints }: PlacedTask,
  logGroup: LogGroupReference | undefined,
): TaskRights {
  // The condition on the VPC holds only for calls that arrive through an endpoint of it.
  const pullsThroughEndpoint = (["ecr.dkr", "ecr-fips.dkr"] as const).some((name) => endpoints?.services.has(name));
  const onlyFromVpc = pullsThroughEndpoint ? network.vpcId : undefined;
  const arns = new TaskArns(scope, "arns", { region: network.region, logGroup, onlyFromVpc });
  const asks = asksOf(task);
  const rightTo = (request: AskedRequest) => arns.rightTo(request);
  return {
    executionRole: roleStatements(asks, "execution-role", rightTo),
    taskRole: [...roleStatements(asks, "task-role", rightTo), ...(task.taskRoleStatements ?? [])],
  };
}
