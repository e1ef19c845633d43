import { isError } from "../../issues/issue";
import { issueKey } from "../../issues/issue-key";
import { EndpointPlan } from "../../planning/plan/endpoint-plan";
import type { UncheckedFargateTask } from "../../task/fargate-task";
import type { TaskSite } from "../calls/call";
import type { AcceptedIssue } from "../model/proof";
import { mayHaveMore, planSurroundings } from "./plan-surroundings";

/**
 * The issues of the plan of a task in its network. What would be none in a network with a way out is not known where the
 * network may have one.
 */
export function planIssues(plan: EndpointPlan, task: UncheckedFargateTask, site: TaskSite): readonly AcceptedIssue[] {
  const issues = plan.issues.map(({ task: _task, ...issue }): AcceptedIssue => issue);
  const because = mayHaveMore(site);
  if (because === undefined || !issues.some(isError)) return issues;
  const { issues: withWayOut } = EndpointPlan.forTasks([task], { ...planSurroundings(site), wayOut: because });
  const certain = new Set(withWayOut.filter(isError).map(issueKey));
  return issues.map((issue) => (isError(issue) && !certain.has(issueKey(issue)) ? leftOpen(issue, because) : issue));
}

function leftOpen(issue: AcceptedIssue, because: string): AcceptedIssue {
  return {
    ...issue,
    severity: "note",
    why: `${issue.why}; whether the network has another way there is not known: ${because}`,
    fix: `assure that the network has a way there; without one, ${issue.fix}`,
    leavesOpen: true,
  };
}
