import type { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import {
  SchedulerSchedule,
  type SchedulerScheduleTarget,
  type SchedulerScheduleTargetEcsParameters,
} from "@cdktf/provider-aws/lib/scheduler-schedule";
import { Construct } from "constructs";
import { defaultName } from "../internal/default-name";
import { ofSameStack } from "../internal/of-same-stack";
import { throwIssues } from "../internal/throw-issues";
import { throwMalformed } from "../internal/throw-malformed";
import { useProvider } from "../internal/use-provider";
import { launchOn } from "./capacity-providers";
import { checkScheduledFargateTask } from "./check-scheduled-fargate-task";
import type { FargateTaskLaunch } from "./fargate-task-launch";
import { scheduleRole } from "./schedule-role";
import type { ScheduledFargateTaskProps } from "./scheduled-fargate-task-props";
import { SCHEDULED_FARGATE_TASK } from "./scheduled-fargate-task-shape";

/** A schedule's name has 64 characters. Source: EventBridge Scheduler API Reference, `CreateSchedule`. */
const LONGEST_NAME = 64;

/**
 * A schedule of EventBridge Scheduler that starts a task, with the role that it needs: it may run the task's revisions in their
 * cluster, and pass on the task's two roles, nothing else.
 *
 * @example
 * ```ts
 * import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
 * import { App, TerraformStack } from "cdktf";
 * import {
 *   ContainerImage, EndpointPlan, type FargateTask, FargateTaskDefinition, PrivateNetwork, ScheduledFargateTask,
 *   VpcEndpoints,
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
 * new ScheduledFargateTask(stack, "nightly", {
 *   task: definition,
 *   schedule: "cron(0 3 * * ? *)",
 *   timeZone: "Europe/Zurich",
 * });
 *
 * app.synth();
 * ```
 * @throws {ConfigurationError} for a schedule, or a setting, that EventBridge Scheduler refuses
 */
export class ScheduledFargateTask extends Construct {
  readonly schedule: SchedulerSchedule;
  /** The role with which the task is started, where it was created here. */
  readonly role: IamRole | undefined;

  constructor(scope: Construct, id: string, props: ScheduledFargateTaskProps) {
    super(scope, id);
    throwMalformed(this, props, SCHEDULED_FARGATE_TASK);
    useProvider(this, props);
    throwIssues(this, [...checkScheduledFargateTask(props)]);
    const { flexibleWindow, timeZone, enabled, startDate, endDate, description, groupName, kmsKeyArn } = props;
    const { launch } = props.task;
    const role = scheduleRole(this, props);
    this.role = role.created;
    this.schedule = new SchedulerSchedule(this, "Resource", {
      name: props.name ?? defaultName(this).slice(-LONGEST_NAME),
      scheduleExpression: props.schedule,
      flexibleTimeWindow:
        flexibleWindow === undefined ? { mode: "OFF" } : { mode: "FLEXIBLE", maximumWindowInMinutes: flexibleWindow },
      ...(timeZone === undefined ? {} : { scheduleExpressionTimezone: timeZone }),
      ...(enabled === false ? { state: "DISABLED" } : {}),
      ...(startDate === undefined ? {} : { startDate }),
      ...(endDate === undefined ? {} : { endDate }),
      ...(description === undefined ? {} : { description }),
      ...(groupName === undefined ? {} : { groupName }),
      ...(kmsKeyArn === undefined ? {} : { kmsKeyArn }),
      target: { ...target(props), roleArn: role.arn, ecsParameters: ecsParameters(launch, props.taskCount) },
      dependsOn: ofSameStack(this, [...role.dependencies, ...launch.dependencies]),
    });
  }
}

function target({
  task,
  retry,
  deadLetterQueueArn,
}: ScheduledFargateTaskProps): Omit<SchedulerScheduleTarget, "roleArn"> {
  const { maximumAttempts, maximumEventAge } = retry ?? {};
  return {
    arn: task.launch.clusterArn,
    ...(deadLetterQueueArn === undefined ? {} : { deadLetterConfig: { arn: deadLetterQueueArn } }),
    ...(retry === undefined
      ? {}
      : {
          retryPolicy: {
            ...(maximumAttempts === undefined ? {} : { maximumRetryAttempts: maximumAttempts }),
            ...(maximumEventAge === undefined ? {} : { maximumEventAgeInSeconds: maximumEventAge }),
          },
        }),
  };
}

function ecsParameters(launch: FargateTaskLaunch, taskCount: number | undefined): SchedulerScheduleTargetEcsParameters {
  return {
    taskDefinitionArn: launch.taskDefinitionArn,
    ...launchOn(launch.capacityProviders),
    platformVersion: launch.platformVersion,
    ...(taskCount === undefined ? {} : { taskCount }),
    ...(launch.task.executeCommand === undefined ? {} : { enableExecuteCommand: true }),
    networkConfiguration: {
      subnets: [...launch.subnets],
      securityGroups: [...launch.securityGroups],
      assignPublicIp: false,
    },
  };
}
