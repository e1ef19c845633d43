import { foldedIssues } from "../../issues/folded-issues";
import { isError } from "../../issues/issue";
import type { ShownIssue } from "../../issues/issue-parts";
import type { IssueSeverity } from "../../issues/table/issue-row";
import type { ReadingOptions } from "../../text/reading-options";
import type { AcceptedIssue, Proof, TaskProof } from "../model/proof";

/** What a report tells of a proof, and in which order. */
export interface ProofSections {
  /** The tasks that are told with their ways, and with their own issues. */
  readonly tasks: readonly TaskProof[];
  /** The tasks of which there is no more to say than that they are proved. */
  readonly proved: readonly TaskProof[];
  /** What no task has, by its title; in brief also what tasks have that stops none of their calls. */
  readonly issues: readonly (readonly [title: string, issues: readonly ShownIssue[]])[];
}

const TITLES: readonly (readonly [title: string, severity: IssueSeverity])[] = [
  ["Conflicts", "error"],
  ["Warnings", "warning"],
  ["Notes", "note"],
];

/** The parts of a report: in brief, what is broken comes first and what is proved last. */
export function proofSections({ tasks, conflicts }: Proof, { brief = false }: ReadingOptions): ProofSections {
  if (!brief) return { tasks, proved: [], issues: titled(conflicts) };
  const of = (verdict: TaskProof["verdict"]) => tasks.filter((task) => task.verdict === verdict);
  const besides = tasks.flatMap(({ issues }) => issues.filter((each) => !decides(each)));
  const proved = of("proved");
  const told = [...of("broken"), ...of("unknown"), ...proved.filter(hasAccepted)].map((task): TaskProof => {
    return { ...task, issues: foldedIssues(task.issues.filter(decides)) };
  });
  return {
    tasks: told,
    proved: proved.filter((task) => !hasAccepted(task)),
    issues: titled(foldedIssues([...conflicts, ...besides])),
  };
}

/** Whether a verdict follows from an issue of a task, or would if it were not accepted. */
function decides(issue: AcceptedIssue): boolean {
  return issue.leavesOpen === true || issue.accepted !== undefined || isError(issue);
}

function hasAccepted({ dependencies, issues }: TaskProof): boolean {
  return [...issues, ...dependencies.map(({ issue }) => issue)].some((issue) => issue?.accepted !== undefined);
}

function titled(issues: readonly ShownIssue[]): ProofSections["issues"] {
  return TITLES.flatMap(([title, severity]) => {
    const found = issues.filter((issue) => (issue.severity ?? "error") === severity);
    return found.length === 0 ? [] : [[title, found] as const];
  });
}
