import { type Issue, issue } from "../../issues/issue";

/**
 * That a plan is of a part of its configuration, as what it leaves out is missing in the proof.
 *
 * @param isPartial whether one of the plans is
 */
export function* planInPart(isPartial: boolean): Generator<Issue> {
  if (!isPartial) return;
  yield issue("plan-in-part", {
    problem: "the plan is of a part of its configuration, and what it leaves out counts only where its state has it",
    fix: "plan without -target and -exclude, or check the folder of the configuration",
  });
}
