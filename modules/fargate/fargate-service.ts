import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { EcsService } from "@cdktf/provider-aws/lib/ecs-service";
import { EcsTaskDefinition } from "@cdktf/provider-aws/lib/ecs-task-definition";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { hostsTasks } from "../addressing/subnet-spec";
import { resolvePlatformVersion } from "../aws/platform-version";
import type { PolicyStatement } from "../aws/policy-document";
import type { VpcEndpoints } from "../endpoints/vpc-endpoints";
import { annotateIssues } from "../internal/annotate-issues";
import { ofSameStack } from "../internal/of-same-stack";
import { throwIssues } from "../internal/throw-issues";
import type { Network, NetworkSubnet } from "../network/network";
import { SecurityGroup, type SecurityGroupRule } from "../network/security-group";
import type { FargateTask } from "../task/fargate-task";
import { usesLogGroupOfService } from "../task/log-drivers/placed-log-driver";
import { proveAtSynth } from "../validation/prove-at-synth";
import { checkFargateService } from "./check-fargate-service";
import { containerDefinitions, containerDefinitionsJson } from "./container-definitions";
import { declaredCalls } from "./declared-calls";
import { endpointEgress } from "./endpoint-egress";
import { type ClusterOptions, type ExistingCluster, FargateCluster } from "./fargate-cluster";
import { type LoadBalancerOptions, loadBalancerAttributes } from "./load-balancers";
import { type ExistingRole, type RoleOptions, TaskRole, type TaskRoleOptions } from "./role";
import { runTaskCommand } from "./run-task-command";
import { serviceSettings } from "./service-settings";
import { taskDefinitionSettings } from "./task-definition-settings";
import { taskRights } from "./task-rights";

/** The log group of a service. */
export interface LogGroupOptions {
  /** @default - `/aws/ecs/` and the task's family */
  readonly name?: string;
  /** Days after which log events are deleted; 0 keeps them for ever. @default 30 */
  readonly retentionInDays?: number;
}

/** The security group of a service's tasks. */
export interface TaskSecurityGroupOptions {
  /** Name, unique in the VPC. @default - the task's family */
  readonly name?: string;
  /** @default "Managed by Terraform", as the provider has it */
  readonly description?: string;
  /** What may come in, each rule under a name that becomes part of its resource address. @default - nothing */
  readonly ingress?: Readonly<Record<string, SecurityGroupRule>>;
  /** What may go out besides port 443 to the endpoints. @default - nothing */
  readonly egress?: Readonly<Record<string, SecurityGroupRule>>;
}

/** Properties of {@link FargateService}. */
export interface FargateServiceProps extends LoadBalancerOptions {
  /** The network in whose task subnets the tasks run. */
  readonly network: Network;
  /** The task. */
  readonly task: FargateTask;
  /** The endpoints that the tasks use. @default - those that the network has already */
  readonly endpoints?: VpcEndpoints;
  /** Name of the service. @default - the task's family */
  readonly name?: string;
  /** How many tasks run. @default 1 */
  readonly desiredCount?: number;
  /** Names of the task subnets to use. @default - all of them */
  readonly subnets?: readonly string[];
  /** Settings of the cluster to create, or a cluster of yours (an `EcsCluster`, or its ARN). @default - one is created */
  readonly cluster?: ClusterOptions | ExistingCluster;
  /** Settings of the log group. @default - see its fields; it is created where a container uses it */
  readonly logGroup?: LogGroupOptions;
  /** Settings of the tasks' security group. @default - see its fields */
  readonly securityGroup?: TaskSecurityGroupOptions;
  /** The role with which ECS starts the task, or one of yours. @default - created with the least rights that the task needs */
  readonly executionRole?: RoleOptions | ExistingRole;
  /** The role of the containers' own calls, or one of yours. @default - created with the task's `taskRoleStatements`, and what ECS Exec needs */
  readonly taskRole?: TaskRoleOptions | ExistingRole;
  /** What else must exist before a task starts, for example the version of a secret. @default - nothing */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/**
 * A Fargate service in a private network: cluster, task definition, roles, log group, security group and service. The
 * tasks get no public address, and their security group lets out nothing but port 443 to the endpoints.
 *
 * The task definition waits for the endpoints and everything on the way to them, so that no task starts too early.
 *
 * @example new FargateService(this, "orders", { network, endpoints, task })
 * @throws {ConfigurationError} for what is wrong with the task, and for each endpoint that it needs and that is not there
 */
export class FargateService extends Construct {
  /** The cluster, where it was created here. */
  readonly cluster: FargateCluster | undefined;
  /** ARN of the cluster. */
  readonly clusterArn: string;
  /** The log group, where a container uses it. */
  readonly logGroup: CloudwatchLogGroup | undefined;
  /** The security group of the tasks. */
  readonly securityGroup: SecurityGroup;
  /** The role with which ECS starts the task, where it was created here. */
  readonly executionRole: TaskRole | undefined;
  /** The role of the containers' own calls, where it was created here. */
  readonly taskRole: TaskRole | undefined;
  /** The task definition. */
  readonly taskDefinition: EcsTaskDefinition;
  /** The service. */
  readonly service: EcsService;
  /** A command that runs the task once, ready to paste into a shell. */
  readonly runTaskCommand: string;

  constructor(scope: Construct, id: string, props: FargateServiceProps) {
    super(scope, id);
    const issues = checkFargateService(props);
    throwIssues(this, issues);
    annotateIssues(this, issues);
    proveAtSynth(this);
    const { task, network } = props;
    const subnets = chosenSubnets(props);

    const cluster = this.#createCluster(props);
    this.cluster = cluster.created;
    this.clusterArn = cluster.arn;
    this.logGroup = usesLogGroupOfService(task) ? this.#createLogGroup(props) : undefined;
    this.securityGroup = this.#createSecurityGroup(props);
    const rights = taskRights(this, props, this.logGroup?.arn);
    const executionRole = this.#createExecutionRole(props, rights.executionRole);
    const taskRole = this.#createTaskRole(props, rights.taskRole);
    this.executionRole = executionRole.created;
    this.taskRole = taskRole.created;

    const logs = { region: network.region, logGroupName: this.logGroup?.name ?? "" };
    const containers = containerDefinitions(task, logs);
    this.taskDefinition = new EcsTaskDefinition(this, "task-definition", {
      ...taskDefinitionSettings(task),
      executionRoleArn: executionRole.arn,
      taskRoleArn: taskRole.arn,
      containerDefinitions: containerDefinitionsJson(containers),
      dependsOn: ofSameStack(this, [
        ...(props.endpoints?.dependencies ?? []),
        ...(props.endpoints?.admit(this, "endpoints-ingress", this.securityGroup.securityGroupId) ?? []),
        ...(network.dependencies ?? []),
        ...this.securityGroup.rules,
        ...(this.executionRole?.dependencies ?? []),
        ...(this.taskRole?.dependencies ?? []),
        ...(props.dependsOn ?? []),
      ]),
    });

    const declared = declaredCalls(task, props);
    if (declared !== undefined) this.taskDefinition.addOverride("//.privateFargate", declared);

    const taskDefinition = this.taskDefinition.arn;
    const platformVersion = task.platformVersion ?? resolvePlatformVersion(undefined, task.operatingSystemFamily);
    const placement = {
      subnets: subnets.map((subnet) => subnet.id),
      securityGroups: [this.securityGroup.securityGroupId],
    };
    this.service = new EcsService(this, "service", {
      name: props.name ?? task.family,
      cluster: this.clusterArn,
      taskDefinition,
      launchType: "FARGATE",
      platformVersion,
      desiredCount: props.desiredCount ?? 1,
      networkConfiguration: { ...placement, assignPublicIp: false },
      ...serviceSettings(task, logs),
      // Without it ECS goes on for ever starting a task that cannot start.
      deploymentCircuitBreaker: { enable: true, rollback: true },
      ...loadBalancerAttributes(this, props, this.securityGroup.securityGroupId),
    });
    this.runTaskCommand = runTaskCommand({
      region: network.region,
      cluster: this.clusterArn,
      taskDefinition,
      platformVersion,
      ...placement,
    });
  }

  #createCluster({ task, cluster = {} }: FargateServiceProps) {
    if ("arn" in cluster) return { arn: cluster.arn, created: undefined };
    const created = new FargateCluster(this, "cluster", {
      name: task.family,
      ...cluster,
      ...(task.executeCommand === undefined ? {} : { executeCommand: task.executeCommand }),
    });
    return { arn: created.arn, created };
  }

  #createLogGroup({ task, logGroup = {} }: FargateServiceProps): CloudwatchLogGroup {
    return new CloudwatchLogGroup(this, "log-group", {
      name: logGroup.name ?? `/aws/ecs/${task.family}`,
      retentionInDays: logGroup.retentionInDays ?? 30,
    });
  }

  #createSecurityGroup({ task, network, endpoints, securityGroup = {} }: FargateServiceProps): SecurityGroup {
    const { egress, ...options } = securityGroup;
    return new SecurityGroup(this, "security-group", {
      vpcId: network.vpcId,
      name: task.family,
      ...options,
      egress: { ...endpointEgress(network, endpoints), ...egress },
    });
  }

  #createExecutionRole({ task, executionRole = {} }: FargateServiceProps, statements: readonly PolicyStatement[]) {
    if ("arn" in executionRole) return { arn: executionRole.arn, created: undefined };
    const namePrefix = `${task.family}-execution-`;
    const created = new TaskRole(this, "execution-role", { namePrefix, options: executionRole, statements });
    return { arn: created.role.arn, created };
  }

  #createTaskRole({ task, taskRole = {} }: FargateServiceProps, statements: readonly PolicyStatement[]) {
    if ("arn" in taskRole) return { arn: taskRole.arn, created: undefined };
    const namePrefix = `${task.family}-task-`;
    const created = new TaskRole(this, "task-role", { namePrefix, options: taskRole, statements });
    return { arn: created.role.arn, created };
  }
}

function chosenSubnets({ network, subnets }: FargateServiceProps): readonly NetworkSubnet[] {
  return network.subnets.filter(
    ({ tier, name }) => hostsTasks(tier) && (subnets === undefined || subnets.includes(name)),
  );
}
