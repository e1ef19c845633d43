import { type Issue, issue } from "../issues/issue";
import { isUnresolved } from "../values/unresolved";
import { checkDate } from "./check-date";
import { checkScheduleExpression } from "./check-schedule-expression";
import type { ScheduledFargateTaskProps } from "./scheduled-fargate-task-props";

/** Sources: EventBridge Scheduler API Reference, `FlexibleTimeWindow`, `RetryPolicy` and `EcsParameters`. */
const RANGES = {
  flexibleWindow: [1, 1440],
  taskCount: [1, 10],
  "retry.maximumAttempts": [0, 185],
  "retry.maximumEventAge": [60, 86_400],
} as const;

/** Everything that is wrong with a schedule, as far as literals show. */
export function* checkScheduledFargateTask(props: ScheduledFargateTaskProps): Generator<Issue> {
  const { schedule, flexibleWindow, taskCount, retry = {}, startDate, endDate, name, groupName } = props;
  yield* checkScheduleExpression(schedule, "schedule");
  yield* checkNumber("flexibleWindow", flexibleWindow);
  yield* checkNumber("taskCount", taskCount);
  yield* checkNumber("retry.maximumAttempts", retry.maximumAttempts);
  yield* checkNumber("retry.maximumEventAge", retry.maximumEventAge);
  yield* checkDate("schedule-setting-invalid", "startDate", startDate);
  yield* checkDate("schedule-setting-invalid", "endDate", endDate);
  yield* checkName("name", name);
  yield* checkName("groupName", groupName);
  yield* checkVolumes(props);
}

function* checkNumber(path: keyof typeof RANGES, value: number | undefined): Generator<Issue> {
  const [least, most] = RANGES[path];
  if (value === undefined || isUnresolved(value)) return;
  if (Number.isInteger(value) && value >= least && value <= most) return;
  yield issue("schedule-setting-invalid", {
    path,
    problem: `${path} is ${value}`,
    fix: `write a whole number from ${least} to ${most}`,
  });
}

/** Source: https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html (`Name`, `GroupName`) */
function* checkName(path: string, name: string | undefined): Generator<Issue> {
  if (name === undefined || isUnresolved(name) || /^[0-9A-Za-z_.-]{1,64}$/.test(name)) return;
  yield issue("schedule-setting-invalid", {
    path,
    problem: `"${name}" is not a name that it takes`,
    fix: "write 1 to 64 letters, digits, hyphens, underscores and dots",
  });
}

function* checkVolumes({ task }: ScheduledFargateTaskProps): Generator<Issue> {
  for (const [name, { kind }] of Object.entries(task.launch.task.volumes ?? {})) {
    if (kind !== "ebs") continue;
    yield issue("schedule-ebs-volume", {
      path: `task.volumes.${name}`,
      problem: `"${name}" is a volume of EBS, and a schedule starts the task`,
      fix: "use Volume.efs(fileSystem) or Volume.bind()",
    });
  }
}
