import type { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { EcsService } from "@cdktf/provider-aws/lib/ecs-service";
import type { EcsTaskDefinition } from "@cdktf/provider-aws/lib/ecs-task-definition";
import { Construct } from "constructs";
import type { PolicyStatement } from "../aws/policy-document";
import { annotateIssues } from "../internal/annotate-issues";
import { ofSameStack } from "../internal/of-same-stack";
import { throwIssues } from "../internal/throw-issues";
import { throwMalformed } from "../internal/throw-malformed";
import { useProvider } from "../internal/use-provider";
import type { SecurityGroup } from "../network/security-group";
import { calledPorts } from "../task/called-ports";
import { proveAtSynth } from "../validation/prove-at-synth";
import { checkFargateService } from "./check-fargate-service";
import { clusterName } from "./cluster-name";
import type { FargateCluster } from "./fargate-cluster";
import type { FargateServiceProps } from "./fargate-service-props";
import { FargateServiceScaling } from "./fargate-service-scaling";
import { FARGATE_SERVICE } from "./fargate-service-shape";
import type { FargateTaskLaunch } from "./fargate-task-launch";
import { infrastructureRole } from "./infrastructure-role";
import type { LaterCalls } from "./later-calls";
import { loadBalancerAttributes } from "./load-balancers";
import type { TaskRole } from "./role";
import { runTaskCommand } from "./run-task-command";
import { runTaskStatements } from "./run-task-statements";
import { withScaledCluster } from "./scaled-cluster";
import { serviceRegistries } from "./service-discovery";
import { serviceSettings } from "./service-settings";
import type { TaskCall } from "./task-calls";
import { taskResources } from "./task-resources";

/**
 * A Fargate service in a private network: cluster, task definition, roles, log group, security group and service. The
 * tasks get no public address, and their security group lets out nothing but port 443 to the endpoints.
 *
 * The task definition waits for the endpoints and everything on the way to them, so that no task starts too early.
 *
 * @example
 * ```ts
 * import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
 * import { App, TerraformStack } from "cdktf";
 * import {
 *   ContainerImage, EndpointPlan, FargateService, type FargateTask, PrivateNetwork, VpcEndpoints,
 * } from "cdktf-private-fargate";
 *
 * const app = new App();
 * const stack = new TerraformStack(app, "orders");
 * new AwsProvider(stack, "aws", { region: "eu-west-1" });
 *
 * const image = ContainerImage.ecr("123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders", { tag: "1.4.2" });
 * const task = { family: "orders", containers: { api: { image } } } satisfies FargateTask;
 *
 * const network = new PrivateNetwork(stack, "network", { region: "eu-west-1" });
 * const endpoints = new VpcEndpoints(stack, "endpoints", { network, services: EndpointPlan.forTasks([task]) });
 *
 * new FargateService(stack, "service", { network, endpoints, task, desiredCount: 2 });
 *
 * app.synth();
 * ```
 * @throws {ConfigurationError} for what is wrong with the task, and for each endpoint that it needs and that is not there
 */
export class FargateService extends Construct {
  /** The cluster, where it was created here. */
  readonly cluster: FargateCluster | undefined;
  readonly clusterArn: string;
  /** TCP ports at which others call its tasks: those that it offers by Service Connect, else those of its containers. */
  readonly ports: readonly number[];
  /** The log group, where a container uses it. */
  readonly logGroup: CloudwatchLogGroup | undefined;
  /** The security group of the tasks. */
  readonly securityGroup: SecurityGroup;
  /** The role with which ECS starts the task, where it was created here. */
  readonly executionRole: TaskRole | undefined;
  /** The role of the containers' own calls, where it was created here. */
  readonly taskRole: TaskRole | undefined;
  /** The role with which ECS manages volumes of EBS and shifts traffic, where it was created here. */
  readonly infrastructureRole: TaskRole | undefined;
  readonly taskDefinition: EcsTaskDefinition;
  readonly service: EcsService;
  /** What changes the number of tasks, where `scaling` is given. */
  readonly scaling: FargateServiceScaling | undefined;
  /** A command that runs the task once, ready to paste into a shell. */
  readonly runTaskCommand: string;
  /** The least rights of whoever starts the task: to run its revisions in its cluster, and to pass on its two roles. */
  readonly runTaskStatements: readonly PolicyStatement[];
  /** How the task is started; `ScheduledFargateTask` reads it. */
  readonly launch: FargateTaskLaunch;
  readonly #laterCalls: LaterCalls;

  constructor(scope: Construct, id: string, props: FargateServiceProps) {
    super(scope, id);
    throwMalformed(this, props, FARGATE_SERVICE);
    useProvider(this, props);
    const issues = [...checkFargateService(props)];
    throwIssues(this, issues);
    annotateIssues(this, issues);
    proveAtSynth(this, props.network.snapshot, props.leastPrivilege);
    const resources = taskResources(this, withScaledCluster(props));
    const { launch } = resources;
    this.cluster = resources.cluster;
    this.clusterArn = launch.clusterArn;
    this.ports = calledPorts(props.task);
    this.logGroup = resources.logGroup;
    this.securityGroup = resources.securityGroup;
    this.executionRole = resources.executionRole;
    this.taskRole = resources.taskRole;
    this.taskDefinition = resources.taskDefinition;
    this.launch = launch;
    this.#laterCalls = resources.laterCalls;
    this.runTaskCommand = runTaskCommand(launch);
    this.runTaskStatements = runTaskStatements(launch);

    this.infrastructureRole = infrastructureRole(this, props);
    const { role, dependencies = [] } = this.infrastructureRole ?? {};
    const { securityGroupId } = this.securityGroup;
    const shiftingRole = props.deployment?.roleArn ?? role?.arn;
    const { dependsOn = [], ...balanced } = loadBalancerAttributes(this, props, securityGroupId, shiftingRole);
    const waitsFor = [...ofSameStack(this, [...launch.dependencies, ...dependencies]), ...dependsOn];
    this.service = new EcsService(this, "service", {
      cluster: launch.clusterArn,
      taskDefinition: launch.taskDefinitionArn,
      ...serviceSettings(props, resources.logs, role?.arn),
      platformVersion: launch.platformVersion,
      networkConfiguration: {
        subnets: [...launch.subnets],
        securityGroups: [...launch.securityGroups],
        assignPublicIp: false,
      },
      ...balanced,
      ...serviceRegistries(this, props.discovery, props),
      ...(waitsFor.length === 0 ? {} : { dependsOn: waitsFor }),
    });
    this.scaling =
      props.scaling &&
      new FargateServiceScaling(this, "scaling", props.scaling, {
        clusterName: this.cluster?.cluster.name ?? clusterName(launch.clusterArn),
        serviceName: this.service.name,
        loadBalancers: props.loadBalancers ?? [],
      });
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
