import { type Issue, issue } from "../issues/issue";
import { isUnresolved } from "../values/unresolved";
import { checkWord } from "./check-word";
import type { StepScaling } from "./service-scaling";
import { stepRanges } from "./step-ranges";

const ADJUSTMENTS = ["ChangeInCapacity", "ExactCapacity", "PercentChangeInCapacity"] as const;

/** Everything that is wrong with changes by ranges of a metric. */
export function* checkStepScaling(scaling: StepScaling, path: string): Generator<Issue> {
  const { steps, adjustment, period, evaluationPeriods } = scaling;
  yield* checkWord("scaling-steps-invalid", adjustment, ADJUSTMENTS, `${path}.adjustment`);
  yield* checkRanges(steps, path);
  yield* checkChanges(scaling, path);
  if (period !== undefined && !isUnresolved(period) && ![10, 20, 30].includes(period) && !isMinutes(period)) {
    yield issue("scaling-steps-invalid", {
      path: `${path}.period`,
      problem: `${period} is not the period of an alarm`,
      why: "CloudWatch takes 10, 20 or 30 seconds, or a multiple of 60",
      fix: "write period: 60",
    });
  }
  if (evaluationPeriods === 0) {
    yield issue("scaling-steps-invalid", {
      path: `${path}.evaluationPeriods`,
      problem: "evaluationPeriods is 0",
      why: "an alarm looks at one period at least",
      fix: "write evaluationPeriods: 1",
    });
  }
}

function isMinutes(seconds: number): boolean {
  return seconds > 0 && seconds % 60 === 0;
}

function* checkRanges(steps: StepScaling["steps"], path: string): Generator<Issue> {
  const pending = steps.findIndex(({ from, to }) => isUnresolved(from) || isUnresolved(to));
  if (pending >= 0) {
    yield issue("scaling-steps-invalid", {
      path: `${path}.steps[${pending}]`,
      problem: "a bound of the step is a value that Terraform fills in",
      why: "the bounds of a policy are differences from the threshold of its alarm, which are worked out when the app is synthesized",
      fix: "write the number, for example from: 80",
    });
    return;
  }
  const ranges = stepRanges(steps);
  if ("threshold" in ranges) return;
  yield issue("scaling-steps-invalid", { path: `${path}.steps`, ...ranges });
}

function* checkChanges({ steps, adjustment, minAdjustmentMagnitude }: StepScaling, path: string): Generator<Issue> {
  for (const [index, { change }] of steps.entries()) {
    if (isUnresolved(change)) continue;
    if (Number.isInteger(change) && (change >= 0 || adjustment !== "ExactCapacity")) continue;
    yield issue("scaling-steps-invalid", {
      path: `${path}.steps[${index}].change`,
      problem:
        adjustment === "ExactCapacity" ? `${change} is not a number of tasks` : `a change of ${change} cannot be made`,
      fix: adjustment === "ExactCapacity" ? "write a whole number, 0 or more" : "write a whole number",
    });
  }
  if (minAdjustmentMagnitude === undefined || adjustment === "PercentChangeInCapacity") return;
  yield issue("scaling-steps-invalid", {
    path: `${path}.minAdjustmentMagnitude`,
    problem: "minAdjustmentMagnitude is given, but the change is not a percentage",
    fix: 'leave it out, or write adjustment: "PercentChangeInCapacity"',
  });
}
