import { mapFix } from "../../issues/fix";
import { isError } from "../../issues/issue";
import type { EndpointPlan } from "../../planning/plan/endpoint-plan";
import type { TaskSite } from "../calls/call";
import type { AcceptedIssue } from "../model/proof";
import { mayHaveMore } from "./site-surroundings";

/**
 * The issues of the plan of a task in its network. What would be none in a network with a way out is not known where the
 * network may have one.
 *
 * @param walked the volumes, by their paths, and the places of calls to hosts outside of AWS, whose way is proved or not by itself
 */
export function* planIssues(plan: EndpointPlan, site: TaskSite, walked: ReadonlySet<string>): Generator<AcceptedIssue> {
  const because = mayHaveMore(site);
  for (const planned of plan.issues) {
    const { task: _task, ...issue } = planned;
    const isAnswered = issue.code === "efs-mount-target" || plan.isUnreachable(planned);
    if (isAnswered && walked.has(issue.path ?? "")) continue;
    const isOpen = because !== undefined && isError(issue) && plan.isUnreachable(planned);
    if (isOpen) yield leftOpen(issue, because);
    else yield plan.leavesOpen(planned) ? { ...issue, leavesOpen: true } : issue;
  }
}

function leftOpen(issue: AcceptedIssue, because: string): AcceptedIssue {
  const fixIn = mapFix(
    issue.fixIn ?? issue.fix,
    (fix) => `assure that the network has a way there; without one, ${fix}`,
  );
  return {
    ...issue,
    severity: "note",
    why: `${issue.why}; whether the network has another way there is not known: ${because}`,
    fix: fixIn.library,
    fixIn,
    leavesOpen: true,
  };
}
