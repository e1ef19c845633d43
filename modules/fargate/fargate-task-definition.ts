import type { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import type { EcsTaskDefinition } from "@cdktf/provider-aws/lib/ecs-task-definition";
import { Construct } from "constructs";
import type { PolicyStatement } from "../aws/policy-document";
import { annotateIssues } from "../internal/annotate-issues";
import { throwIssues } from "../internal/throw-issues";
import { throwMalformed } from "../internal/throw-malformed";
import { useProvider } from "../internal/use-provider";
import type { SecurityGroup } from "../network/security-group";
import { proveAtSynth } from "../validation/prove-at-synth";
import { checkFargateTaskDefinition } from "./check-fargate-task-definition";
import type { FargateCluster } from "./fargate-cluster";
import type { FargateTaskDefinitionProps } from "./fargate-task-definition-props";
import { FARGATE_TASK_DEFINITION } from "./fargate-task-definition-shape";
import type { FargateTaskLaunch } from "./fargate-task-launch";
import type { LaterCalls } from "./later-calls";
import type { TaskRole } from "./role";
import { runTaskCommand } from "./run-task-command";
import { runTaskStatements } from "./run-task-statements";
import { sayLaunch } from "./say-launch";
import type { TaskCall } from "./task-calls";
import { taskResources } from "./task-resources";

/**
 * A Fargate task in a private network, without a service that keeps it running: cluster, task definition, roles, log group
 * and security group. It is started by a schedule (`ScheduledFargateTask`), by a caller with its `runTaskStatements`, or by hand
 * with its `runTaskCommand`.
 *
 * @example
 * ```ts
 * import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
 * import { App, TerraformOutput, TerraformStack } from "cdktf";
 * import {
 *   ContainerImage, EndpointPlan, type FargateTask, FargateTaskDefinition, PrivateNetwork, VpcEndpoints,
 * } from "cdktf-private-fargate";
 *
 * const app = new App();
 * const stack = new TerraformStack(app, "import");
 * new AwsProvider(stack, "aws", { region: "eu-west-1" });
 *
 * const image = ContainerImage.ecr("123456789012.dkr.ecr.eu-west-1.amazonaws.com/import", { tag: "1.4.2" });
 * const task = { family: "import", containers: { main: { image } } } satisfies FargateTask;
 *
 * const network = new PrivateNetwork(stack, "network", { region: "eu-west-1" });
 * const endpoints = new VpcEndpoints(stack, "endpoints", { network, services: EndpointPlan.forTasks([task]) });
 *
 * const definition = new FargateTaskDefinition(stack, "import", { network, endpoints, task });
 * new TerraformOutput(stack, "run", { value: definition.runTaskCommand });
 *
 * app.synth();
 * ```
 * @throws {ConfigurationError} for what is wrong with the task, and for each endpoint that it needs and that is not there
 */
export class FargateTaskDefinition extends Construct {
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
  /** A command that runs the task once, ready to paste into a shell. */
  readonly runTaskCommand: string;
  /** The least rights of whoever starts the task: to run its revisions in its cluster, and to pass on its two roles. */
  readonly runTaskStatements: readonly PolicyStatement[];
  /** How the task is started; `ScheduledFargateTask` reads it. */
  readonly launch: FargateTaskLaunch;
  readonly #laterCalls: LaterCalls;

  constructor(scope: Construct, id: string, props: FargateTaskDefinitionProps) {
    super(scope, id);
    throwMalformed(this, props, FARGATE_TASK_DEFINITION);
    useProvider(this, props);
    const issues = [...checkFargateTaskDefinition(props)];
    throwIssues(this, issues);
    annotateIssues(this, issues);
    proveAtSynth(this, props.network.snapshot, props.leastPrivilege);
    const resources = taskResources(this, props);
    const { launch } = resources;
    this.cluster = resources.cluster;
    this.clusterArn = launch.clusterArn;
    this.logGroup = resources.logGroup;
    this.securityGroup = resources.securityGroup;
    this.executionRole = resources.executionRole;
    this.taskRole = resources.taskRole;
    this.taskDefinition = resources.taskDefinition;
    this.launch = launch;
    this.#laterCalls = resources.laterCalls;
    sayLaunch(this.taskDefinition, launch);
    this.runTaskCommand = runTaskCommand(launch);
    this.runTaskStatements = runTaskStatements(launch);
  }

  /**
   * Says what the task calls in its VPC, as `calls` of the properties does, after it was made: of two services that call each
   * other, the first takes the second so.
   *
   * @param name name of the call, part of the addresses of its rules
   * @param within to what the rules belong. @default - this construct; a construct of the stack of the called one where that stack
   * waits for this one, so that neither waits in a circle: the tasks do not wait for the rules then
   * @throws {ConfigurationError} for a call that is wrong, and for a name that a call has already
   * @example prices.call("orders", { service: orders })
   */
  call(name: string, call: TaskCall, within: Construct = this): void {
    this.#laterCalls.add(name, call, within);
  }
}
