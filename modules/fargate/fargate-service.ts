import type { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { EcsService } from "@cdktf/provider-aws/lib/ecs-service";
import { EcsTaskDefinition } from "@cdktf/provider-aws/lib/ecs-task-definition";
import { Construct } from "constructs";
import { annotateIssues } from "../internal/annotate-issues";
import { ofSameStack } from "../internal/of-same-stack";
import { throwIssues } from "../internal/throw-issues";
import { throwMalformed } from "../internal/throw-malformed";
import { sayNetwork } from "../network/say-network";
import type { SecurityGroup } from "../network/security-group";
import { proveAtSynth } from "../validation/prove-at-synth";
import { checkFargateService } from "./check-fargate-service";
import { containerDefinitions, containerDefinitionsJson } from "./container-definitions";
import { declaredCalls } from "./declared-calls";
import type { FargateCluster } from "./fargate-cluster";
import type { FargateServiceProps } from "./fargate-service-props";
import { FARGATE_SERVICE } from "./fargate-service-shape";
import { loadBalancerAttributes } from "./load-balancers";
import { serviceLogGroup } from "./log-group";
import { taskPlacement, taskSecurityGroup } from "./placement";
import type { TaskRole } from "./role";
import { runTaskCommand } from "./run-task-command";
import { serviceCluster } from "./service-cluster";
import { executionRole, taskRole } from "./service-roles";
import { serviceSettings } from "./service-settings";
import { taskDefinitionSettings } from "./task-definition-settings";
import { taskRights } from "./task-rights";

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
  readonly clusterArn: string;
  /** The log group, where a container uses it. */
  readonly logGroup: CloudwatchLogGroup | undefined;
  /** The security group of the tasks. */
  readonly securityGroup: SecurityGroup;
  /** The role with which ECS starts the task, where it was created here. */
  readonly executionRole: TaskRole | undefined;
  /** The role of the containers' own calls, where it was created here. */
  readonly taskRole: TaskRole | undefined;
  readonly taskDefinition: EcsTaskDefinition;
  readonly service: EcsService;
  /** A command that runs the task once, ready to paste into a shell. */
  readonly runTaskCommand: string;

  constructor(scope: Construct, id: string, props: FargateServiceProps) {
    super(scope, id);
    throwMalformed(this, props, FARGATE_SERVICE);
    const issues = [...checkFargateService(props)];
    throwIssues(this, issues);
    annotateIssues(this, issues);
    proveAtSynth(this, props.network.snapshot);
    const { task, network, endpoints } = props;
    const { region } = network;

    const cluster = serviceCluster(this, props);
    this.cluster = cluster.created;
    this.clusterArn = cluster.arn;
    this.logGroup = serviceLogGroup(this, props);
    this.securityGroup = taskSecurityGroup(this, props);
    const { securityGroupId } = this.securityGroup;
    const rights = taskRights(this, props, this.logGroup);
    const roles = {
      execution: executionRole(this, props, rights.executionRole),
      task: taskRole(this, props, rights.taskRole),
    };
    this.executionRole = roles.execution.created;
    this.taskRole = roles.task.created;

    const logs = { region, logGroupName: this.logGroup?.name ?? "" };
    this.taskDefinition = new EcsTaskDefinition(this, "task-definition", {
      ...taskDefinitionSettings(task),
      executionRoleArn: roles.execution.arn,
      taskRoleArn: roles.task.arn,
      containerDefinitions: containerDefinitionsJson(containerDefinitions(task, logs)),
      dependsOn: ofSameStack(this, [
        ...(endpoints?.dependencies ?? []),
        ...(endpoints?.admit(this, "endpoints-ingress", securityGroupId) ?? []),
        ...(network.dependencies ?? []),
        ...this.securityGroup.rules,
        ...(this.executionRole?.dependencies ?? []),
        ...(this.taskRole?.dependencies ?? []),
        ...(props.dependsOn ?? []),
      ]),
    });
    const declared = declaredCalls(task, props);
    if (declared !== undefined) this.taskDefinition.addOverride("//.privateFargate", declared);
    sayNetwork(this.taskDefinition, network);

    const launch = { cluster: this.clusterArn, taskDefinition: this.taskDefinition.arn };
    const placement = taskPlacement(props, securityGroupId);
    const settings = serviceSettings(props, logs);
    this.service = new EcsService(this, "service", {
      ...launch,
      ...settings,
      networkConfiguration: { ...placement, assignPublicIp: false },
      ...loadBalancerAttributes(this, props, securityGroupId),
    });
    const { platformVersion } = settings;
    this.runTaskCommand = runTaskCommand({ region, platformVersion, ...launch, ...placement });
  }
}
