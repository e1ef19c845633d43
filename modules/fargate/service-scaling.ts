/** A statistic over a minute of what a metric says. */
export const STATISTICS = ["Average", "Minimum", "Maximum", "SampleCount", "Sum"] as const;

/** A metric of CloudWatch. */
export interface CloudWatchMetric {
  /** Namespace, for example `"AWS/SQS"`. */
  readonly namespace: string;
  /** Name, for example `"ApproximateAgeOfOldestMessage"`. */
  readonly name: string;
  /** What tells it from others of the name, for example `{ QueueName: queue.name }`. @default - nothing */
  readonly dimensions?: Readonly<Record<string, string>>;
  /** How the values of a minute become one. @default "Average" */
  readonly statistic?: (typeof STATISTICS)[number];
  /** Unit of the values that count, for example `"Seconds"`. @default - any */
  readonly unit?: string;
}

/** A value that CloudWatch works out of several metrics. */
export interface MetricMath {
  /** What is worked out, for example `"visible / running"`. */
  readonly expression: string;
  /** The metrics by the names that they have in the expression, which start with a small letter. */
  readonly metrics: Readonly<Record<string, CloudWatchMetric>>;
}

/** A value at which a metric is held: tasks are started when it is above, and stopped when it is well below. */
export interface ScalingGoal {
  /** The value, above 0. */
  readonly target: number;
  /** Seconds after tasks were stopped in which no others are. @default - AWS's: 300 */
  readonly scaleInCooldown?: number;
  /** Seconds after tasks were started in which no others are for the same load. @default - AWS's: 300 */
  readonly scaleOutCooldown?: number;
  /** Whether it starts tasks only. @default false */
  readonly disableScaleIn?: boolean;
}

/** Requests that an application load balancer sends to each task in a minute. */
export interface RequestsPerTarget extends ScalingGoal {
  /** Name of the target among the service's `loadBalancers`. @default - the only one of an application load balancer */
  readonly loadBalancer?: string;
}

/** Messages of a queue that wait for each running task. */
export interface BacklogPerTask extends ScalingGoal {
  /** Name of the queue of SQS. */
  readonly queueName: string;
}

/** A metric that is held at a value. It has to fall when tasks are added. */
export interface MetricScaling extends ScalingGoal {
  readonly metric: CloudWatchMetric | MetricMath;
}

/** What is done while the metric is in a range. */
export interface ScalingStep {
  /** The least value of the metric. @default - there is none */
  readonly from?: number;
  /** The value at which the next range begins. @default - there is none */
  readonly to?: number;
  /** Tasks to start, or, below 0, to stop; see `adjustment`. */
  readonly change: number;
}

/** Changes that depend on how far a metric is above, or below, a value. */
export interface StepScaling {
  /** `"cpu"` and `"memory"` are the service's own, in percent of what its tasks have. */
  readonly metric: "cpu" | "memory" | CloudWatchMetric;
  /**
   * Ranges of the metric without a gap: the last one without `to` for a metric that is too high, or the first one without `from`
   * for one that is too low. Where none begins, nothing is done.
   * @example [{ from: 60, to: 80, change: 1 }, { from: 80, change: 3 }]
   */
  readonly steps: readonly ScalingStep[];
  /** What a `change` is: tasks more or less, the number of tasks, or percent more or less. @default "ChangeInCapacity" */
  readonly adjustment?: "ChangeInCapacity" | "ExactCapacity" | "PercentChangeInCapacity";
  /** The least number of tasks by which a percentage changes it. @default - 1, as AWS has it */
  readonly minAdjustmentMagnitude?: number;
  /** Seconds after a change in which the next one waits. @default - AWS's: 300 */
  readonly cooldown?: number;
  /** Seconds over which the metric is taken: 10, 20, 30, or a multiple of 60. @default 60 */
  readonly period?: number;
  /** How many periods in a row count. @default 1 */
  readonly evaluationPeriods?: number;
}

/** Other bounds from a time on, until another schedule changes them. */
export interface ScheduledScaling {
  /** When: `"cron(0 7 ? * MON-FRI *)"`, `"rate(12 hours)"`, or once, `"at(2027-01-31T03:00:00)"`. */
  readonly schedule: string;
  /** Fewest tasks from then on. @default - as before */
  readonly min?: number;
  /** Most tasks from then on. @default - as before */
  readonly max?: number;
  /** Time zone of the schedule, by its name in the IANA's database: `"Europe/Zurich"`. @default "UTC" */
  readonly timeZone?: string;
  /** When the schedule begins: `"2027-01-01T00:00:00Z"`. @default - at once */
  readonly startTime?: string;
  /** When it ends. @default - never */
  readonly endTime?: string;
}

/**
 * How many tasks of a service run, by what they have to do. Application Auto Scaling changes the number from outside of the VPC,
 * so it needs no endpoint; Terraform says it when the service is created, and leaves it alone from then on.
 *
 * @example { min: 2, max: 10, cpu: 60, requestsPerTarget: 1000 }
 */
export interface ServiceScaling {
  /** Fewest tasks. */
  readonly min: number;
  /** Most tasks. */
  readonly max: number;
  /** Percent of the tasks' CPU that is used, on average. @default - it does not count */
  readonly cpu?: number | ScalingGoal;
  /** Percent of the tasks' memory that is used, on average. @default - it does not count */
  readonly memory?: number | ScalingGoal;
  /** Requests to each task in a minute, which needs an application load balancer. @default - they do not count */
  readonly requestsPerTarget?: number | RequestsPerTarget;
  /**
   * Messages of a queue that wait for each running task. CloudWatch counts running tasks with Container Insights, which a cluster
   * that is made with the service then has. @default - they do not count
   */
  readonly backlogPerTask?: BacklogPerTask;
  /** Any metrics that are held at a value, by names that become part of resource addresses. @default - none */
  readonly metrics?: Readonly<Record<string, MetricScaling>>;
  /** Changes by ranges of a metric, by names that become part of resource addresses. @default - none */
  readonly steps?: Readonly<Record<string, StepScaling>>;
  /** Other bounds from a time on, by names that become part of resource addresses. @default - none */
  readonly schedules?: Readonly<Record<string, ScheduledScaling>>;
}
