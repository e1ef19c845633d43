import { checkRetention } from "../internal/check-retention";
import { type Issue, issue } from "../issues/issue";
import { checkSecurityGroupRules } from "../network/check-security-group-rules";
import { checkTask } from "../task/checks/check-task";
import { checkCapacityProviders, checkSpot } from "./capacity-providers";
import { checkCalls } from "./check-calls";
import { checkExecuteCommandOfCluster } from "./check-execute-command-of-cluster";
import { checkFargateCluster, checkProvidersOfCluster } from "./check-fargate-cluster";
import { checkClusterArn } from "./check-numbers";
import { checkPlacement } from "./check-placement";
import { checkSecretReferences } from "./check-secret-references";
import { checkTaskCalls } from "./check-task-calls";
import { checkEbsVolumes } from "./ebs-volumes";
import type { FargateServiceProps } from "./fargate-service-props";
import type { FargateTaskDefinitionProps } from "./fargate-task-definition-props";
import { checkLostFields } from "./task-definition-settings";

/**
 * Everything that is wrong with a task and the network in which it runs, as far as literals show.
 *
 * @param others what is wrong with that of which the task is a part
 */
export function* checkFargateTaskDefinition(
  props: FargateTaskDefinitionProps & Pick<FargateServiceProps, "infrastructureRole">,
  others: Iterable<Issue> = [],
): Generator<Issue> {
  const { task } = props;
  const issues = [
    ...checkTask(task),
    ...checkSecretReferences(task),
    ...checkLostFields(task),
    ...checkEbsVolumes(props),
    ...checkTaskRole(props),
    ...checkPlacement(props),
    ...checkRetention(props.logGroup?.retentionInDays, "logGroup.retentionInDays"),
    ...checkSecurityGroupRules(props.securityGroup, "securityGroup"),
    ...checkTaskCalls(props.calls),
    ...checkCapacity(props),
    ...checkExecuteCommandOfCluster(props),
    ...others,
  ];
  yield* issues;
  // A plan for a task that is wrong itself would only repeat what is wrong.
  if (issues.length === 0) yield* checkCalls(props);
}

function* checkTaskRole({ task, taskRole }: FargateTaskDefinitionProps): Generator<Issue> {
  if (taskRole === undefined || !("arn" in taskRole) || task.taskRoleStatements === undefined) return;
  yield issue("task-role-statements-unused", {
    path: "taskRole",
    problem: "the task has taskRoleStatements, but its role is one of yours",
    fix: "put them into your role, and name what the application calls by uses",
  });
}

function* checkCapacity({ task, cluster, capacityProviders }: FargateTaskDefinitionProps): Generator<Issue> {
  if (cluster !== undefined && "arn" in cluster) yield* checkClusterArn(cluster.arn, "cluster.arn");
  if (cluster !== undefined && !("arn" in cluster)) yield* checkFargateCluster(cluster, "cluster.");
  if (capacityProviders === undefined) return;
  yield* checkCapacityProviders(capacityProviders, "capacityProviders");
  yield* checkSpot(capacityProviders, task.operatingSystemFamily);
  const ofCluster = cluster !== undefined && "arn" in cluster ? cluster.capacityProviders : undefined;
  if (ofCluster === undefined) return;
  yield* checkProvidersOfCluster(Object.keys(capacityProviders), ofCluster, "capacityProviders");
}
