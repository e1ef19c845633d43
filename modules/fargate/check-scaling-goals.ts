import { type Issue, issue } from "../issues/issue";
import { isUnresolved } from "../values/unresolved";
import { checkWord } from "./check-word";
import { type CloudWatchMetric, type ScalingGoal, type ServiceScaling, STATISTICS } from "./service-scaling";

/** Everything that is wrong with the values at which metrics are held, and with the metrics. */
export function* checkScalingGoals(scaling: ServiceScaling): Generator<Issue> {
  const { cpu, memory, requestsPerTarget, backlogPerTask, metrics = {}, steps = {} } = scaling;
  yield* checkTarget(cpu, "scaling.cpu", 100);
  yield* checkTarget(memory, "scaling.memory", 100);
  yield* checkTarget(requestsPerTarget, "scaling.requestsPerTarget");
  yield* checkTarget(backlogPerTask, "scaling.backlogPerTask");
  if (backlogPerTask !== undefined) yield* checkQueueName(backlogPerTask.queueName);
  for (const [name, { metric, ...goal }] of Object.entries(metrics)) {
    const path = `scaling.metrics.${name}`;
    yield* checkTarget(goal, path);
    if ("expression" in metric) yield* checkMath(metric.metrics, `${path}.metric.metrics`);
    else yield* checkMetric(metric, `${path}.metric`);
  }
  for (const [name, { metric }] of Object.entries(steps)) {
    const path = `scaling.steps.${name}.metric`;
    if (typeof metric === "string") yield* checkWord("scaling-setting-invalid", metric, ["cpu", "memory"], path);
    else yield* checkMetric(metric, path);
  }
}

function* checkTarget(goal: number | ScalingGoal | undefined, path: string, most = Infinity): Generator<Issue> {
  if (goal === undefined) return;
  const value = typeof goal === "number" ? goal : goal.target;
  if (isUnresolved(value) || (value > 0 && value <= most)) return;
  const isPercent = most !== Infinity;
  yield issue("scaling-setting-invalid", {
    path: typeof goal === "number" ? path : `${path}.target`,
    problem: isPercent ? `${value} is not a percentage that can be held` : `a target of ${value} cannot be held`,
    why: isPercent ? "tasks of Fargate use more than 0 and up to 100 percent of what they have" : "it is above 0",
    fix: isPercent ? "write a percentage, for example 60" : "write a number above 0",
  });
}

/** An alarm finds no metric by another text, and no message says so. */
function* checkQueueName(name: string): Generator<Issue> {
  if (isUnresolved(name) || /^[A-Za-z0-9_-]{1,75}(?:\.fifo)?$/.test(name)) return;
  const [, last] = /^(?:arn:.*:|https?:.*\/)([^:/]+)$/.exec(name) ?? [];
  yield issue("scaling-setting-invalid", {
    path: "scaling.backlogPerTask.queueName",
    problem: `"${name}" is not the name of a queue`,
    why: "CloudWatch has the metrics of a queue by its name, of 1 to 80 letters, digits, hyphens and underscores",
    fix: `write queueName: ${last === undefined ? "queue.name" : `"${last}"`}`,
  });
}

function checkMetric({ statistic }: CloudWatchMetric, path: string): Generator<Issue> {
  return checkWord("scaling-setting-invalid", statistic, STATISTICS, `${path}.statistic`);
}

/** Source: Amazon CloudWatch API Reference, `MetricDataQuery` (`Id`). */
function* checkMath(metrics: Readonly<Record<string, CloudWatchMetric>>, path: string): Generator<Issue> {
  for (const [id, metric] of Object.entries(metrics)) {
    yield* checkMetric(metric, `${path}.${id}`);
    if (/^[a-z]\w*$/.test(id)) continue;
    yield issue("scaling-setting-invalid", {
      path: `${path}.${id}`,
      problem: `"${id}" is not a name in an expression`,
      why: "CloudWatch takes letters, digits and underscores, of which the first is a small letter",
      fix: `write ${/^[A-Za-z]/.test(id) ? id.charAt(0).toLowerCase() + id.slice(1).replace(/\W/g, "_") : "m1"}, in the expression as well`,
    });
  }
}
