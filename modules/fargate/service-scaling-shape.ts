import { count, either, flag, list, type MembersOf, number, object, record, required, text } from "../shapes/shape";
import type {
  BacklogPerTask,
  CloudWatchMetric,
  MetricMath,
  MetricScaling,
  RequestsPerTarget,
  ScalingGoal,
  ScalingStep,
  ScheduledScaling,
  ServiceScaling,
  StepScaling,
} from "./service-scaling";

const METRIC = object({
  namespace: required(text("AWS/SQS")),
  name: required(text("ApproximateAgeOfOldestMessage")),
  dimensions: record(text("jobs"), "QueueName"),
  statistic: text("Maximum"),
  unit: text("Seconds"),
} satisfies MembersOf<CloudWatchMetric>);

const MATH = object({
  expression: required(text("visible / running")),
  metrics: required(record(METRIC, "visible")),
} satisfies MembersOf<MetricMath>);

const GOAL = {
  target: required(number(60)),
  scaleInCooldown: count(300),
  scaleOutCooldown: count(60),
  disableScaleIn: flag,
} satisfies MembersOf<ScalingGoal>;

const STEP = object({
  from: number(60),
  to: number(80),
  change: required(number(1)),
} satisfies MembersOf<ScalingStep>);

const STEPS = object({
  metric: required(either(text("cpu"), METRIC)),
  steps: required(list(STEP)),
  adjustment: text("ChangeInCapacity"),
  minAdjustmentMagnitude: count(1),
  cooldown: count(300),
  period: count(60),
  evaluationPeriods: count(1),
} satisfies MembersOf<StepScaling>);

const SCHEDULE = object({
  schedule: required(text("cron(0 7 ? * MON-FRI *)")),
  min: count(2),
  max: count(10),
  timeZone: text("Europe/Zurich"),
  startTime: text("2027-01-01T00:00:00Z"),
  endTime: text("2027-12-31T00:00:00Z"),
} satisfies MembersOf<ScheduledScaling>);

/** The shape of {@link ServiceScaling}. */
export const SERVICE_SCALING = object({
  min: required(count(1)),
  max: required(count(10)),
  cpu: either(number(60), object(GOAL)),
  memory: either(number(60), object(GOAL)),
  requestsPerTarget: either(
    number(1000),
    object({ ...GOAL, loadBalancer: text("balancer") } satisfies MembersOf<RequestsPerTarget>),
  ),
  backlogPerTask: object({ queueName: required(text("jobs")), ...GOAL } satisfies MembersOf<BacklogPerTask>),
  metrics: record(
    object({ metric: required(either(METRIC, MATH)), ...GOAL } satisfies MembersOf<MetricScaling>),
    "oldest-message",
  ),
  steps: record(STEPS, "busy"),
  schedules: record(SCHEDULE, "workdays"),
} satisfies MembersOf<ServiceScaling>);
