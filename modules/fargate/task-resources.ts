import type { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { EcsTaskDefinition } from "@cdktf/provider-aws/lib/ecs-task-definition";
import type { Construct } from "constructs";
import { resolvePlatformVersion } from "../aws/platform-version";
import { pullsFromVpc } from "../endpoints/pulls-from-vpc";
import { TaskArns } from "../endpoints/task-arns";
import { ofSameStack } from "../internal/of-same-stack";
import { sayNetwork } from "../network/say-network";
import type { SecurityGroup } from "../network/security-group";
import { admitRequests } from "./admit-requests";
import { containerDefinitions, containerDefinitionsJson } from "./container-definitions";
import { declaredCalls } from "./declared-calls";
import type { FargateCluster } from "./fargate-cluster";
import type { FargateTaskDefinitionProps } from "./fargate-task-definition-props";
import type { FargateTaskLaunch } from "./fargate-task-launch";
import { LaterCalls } from "./later-calls";
import { type ServiceLogs, taskLogGroup } from "./log-group";
import { mountFileSystems } from "./mount-file-systems";
import { passNetworkAcls } from "./pass-network-acls";
import { taskPlacement, taskSecurityGroup } from "./placement";
import type { TaskRole } from "./role";
import { openCalls } from "./task-calls";
import { taskCluster } from "./task-cluster";
import { taskDefinitionSettings } from "./task-definition-settings";
import { taskRights } from "./task-rights";
import { executionRole, taskRole } from "./task-roles";

/** All that a task needs to be started. */
export interface TaskResources {
  readonly cluster: FargateCluster | undefined;
  readonly logGroup: CloudwatchLogGroup | undefined;
  readonly securityGroup: SecurityGroup;
  readonly executionRole: TaskRole | undefined;
  readonly taskRole: TaskRole | undefined;
  readonly taskDefinition: EcsTaskDefinition;
  readonly logs: ServiceLogs;
  readonly laterCalls: LaterCalls;
  readonly launch: FargateTaskLaunch;
}

/**
 * Creates all that a task needs to be started. A service and a task definition create it in themselves, so that the resource
 * addresses of a service have no further part.
 */
export function taskResources(scope: Construct, props: FargateTaskDefinitionProps): TaskResources {
  const { task, network, endpoints, capacityProviders, calls = {} } = props;
  const { region } = network;
  const cluster = taskCluster(scope, props);
  const logGroup = taskLogGroup(scope, props);
  const securityGroup = taskSecurityGroup(scope, props);
  const { securityGroupId } = securityGroup;
  const caller = { family: task.family, network, securityGroupId };
  const arns = new TaskArns(scope, "arns", { region, logGroup, onlyFromVpc: pullsFromVpc(props) });
  const rights = taskRights(task, arns);
  const roles = {
    execution: executionRole(scope, props, rights.executionRole),
    task: taskRole(scope, props, rights.taskRole, arns),
  };
  const logs = { region, logGroupName: logGroup?.name ?? "" };
  const taskDefinition = new EcsTaskDefinition(scope, "task-definition", {
    ...taskDefinitionSettings(task),
    executionRoleArn: roles.execution.arn,
    taskRoleArn: roles.task.arn,
    containerDefinitions: containerDefinitionsJson(containerDefinitions(task, logs)),
    dependsOn: ofSameStack(scope, [
      ...(endpoints?.dependencies ?? []),
      ...(endpoints?.admit(scope, "endpoints-ingress", securityGroupId) ?? []),
      ...admitRequests(scope, props, { arns, roles, logGroup }),
      ...(network.dependencies ?? []),
      ...securityGroup.rules,
      ...openCalls(scope, calls, caller),
      ...mountFileSystems(scope, props.fileSystems, securityGroupId),
      ...passNetworkAcls(endpoints, props),
      ...(roles.execution.created?.dependencies ?? []),
      ...(roles.task.created?.dependencies ?? []),
      ...(props.dependsOn ?? []),
    ]),
  });
  const declared = declaredCalls(task, props);
  if (declared !== undefined) taskDefinition.addOverride("//.privateFargate", declared);
  sayNetwork(taskDefinition, network);
  return {
    cluster: cluster.created,
    logGroup,
    securityGroup,
    executionRole: roles.execution.created,
    taskRole: roles.task.created,
    taskDefinition,
    logs,
    laterCalls: new LaterCalls(scope, { caller, taskDefinition, calls, endpoints }),
    launch: {
      task,
      region,
      clusterArn: cluster.arn,
      taskDefinitionArn: taskDefinition.arn,
      familyArn: taskDefinition.arnWithoutRevision,
      platformVersion: task.platformVersion ?? resolvePlatformVersion(undefined, task.operatingSystemFamily),
      capacityProviders,
      ...taskPlacement(props, securityGroupId),
      executionRoleArn: roles.execution.arn,
      taskRoleArn: roles.task.arn,
      dependencies: capacityProviders === undefined ? [] : dependenciesOf(props.cluster, cluster.created),
    },
  };
}

/** What attaches the capacity providers to the cluster. That of an ARN is there already. */
function dependenciesOf(
  given: FargateTaskDefinitionProps["cluster"],
  created: FargateCluster | undefined,
): FargateTaskLaunch["dependencies"] {
  const shared = given !== undefined && "arn" in given ? given.dependencies : undefined;
  return created?.dependencies ?? shared ?? [];
}
