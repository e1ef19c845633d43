import type { ProviderProps } from "../internal/provider-props";
import type { FargateTaskLaunch } from "./fargate-task-launch";
import type { ExistingRole } from "./role";

/** A task that can be started: a `FargateTaskDefinition`, or the `FargateService` that runs it as well. */
export interface FargateTaskToStart {
  readonly launch: FargateTaskLaunch;
}

/** How often EventBridge Scheduler tries again where ECS does not take the task. What the task does then is its own. */
export interface ScheduleRetry {
  /** Attempts after the first, 0 to 185. @default - AWS's: 185 */
  readonly maximumAttempts?: number;
  /** Seconds after which it gives up, 60 to 86,400. @default - AWS's: 86,400 */
  readonly maximumEventAge?: number;
}

/** Properties of `ScheduledFargateTask`. */
export interface ScheduledFargateTaskProps extends ProviderProps {
  /** What is started: a `FargateTaskDefinition`, or a `FargateService`. */
  readonly task: FargateTaskToStart;
  /**
   * When: `"cron(0 3 * * ? *)"` with minutes, hours, day of the month, month, day of the week and year; `"rate(6 hours)"`; or
   * once, `"at(2027-01-31T03:00:00)"`.
   */
  readonly schedule: string;
  /** Time zone of the schedule, by its name in the IANA's database: `"Europe/Zurich"`. @default "UTC" */
  readonly timeZone?: string;
  /** Minutes within which the task may be started, 1 to 1,440. @default - it is started on time */
  readonly flexibleWindow?: number;
  /** When the schedule begins: `"2027-01-01T00:00:00Z"`. @default - at once */
  readonly startDate?: string;
  /** When it ends. @default - never */
  readonly endDate?: string;
  /** Whether it starts tasks. @default true */
  readonly enabled?: boolean;
  /** How many tasks are started each time, 1 to 10. @default 1 */
  readonly taskCount?: number;
  /** How often starting is tried again. @default - as AWS has it */
  readonly retry?: ScheduleRetry;
  /** ARN of a queue of SQS for what could not be started. @default - none */
  readonly deadLetterQueueArn?: string;
  /** Name, unique in its group. @default - the path of the construct, with hyphens */
  readonly name?: string;
  /** @default - none */
  readonly description?: string;
  /** Name of the schedule's group, which exists. @default "default" */
  readonly groupName?: string;
  /** ARN of the KMS key with which the schedule is encrypted. @default - a key of AWS's */
  readonly kmsKeyArn?: string;
  /** A role of yours with which the task is started. @default - created with the least rights */
  readonly role?: ExistingRole;
  /** ARN of the policy that bounds the role that is created. @default - it has no boundary */
  readonly permissionsBoundary?: string;
}
