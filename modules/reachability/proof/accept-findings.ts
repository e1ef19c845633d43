import { type Issue, isError } from "../../planning/issue";
import type { AcceptedIssue, DependencyProof, Proof, TaskProof } from "./proof";
import { worstOf } from "./proof";

/** A finding that somebody accepts knowingly. */
export interface AcceptedFinding {
  /** Code of the issue, for example `"private-dns-off"`. */
  readonly code: string;
  /** Address of the resource, which is the `path` of the issue. */
  readonly resource: string;
  /** Why it is accepted. It is shown with the finding. */
  readonly reason: string;
}

/**
 * The proof with the findings that are accepted: each stays, with its reason, and no longer counts. Whatever is accepted
 * and not found is a warning, since it would silence a later finding unnoticed.
 */
export function acceptFindings(proof: Proof, accepted: readonly AcceptedFinding[]): Proof {
  const used = new Set<AcceptedFinding>();
  const accept = <T extends Issue>(issue: T): T & AcceptedIssue => {
    const acceptance = accepted.find(({ code, resource }) => code === issue.code && resource === issue.path);
    if (acceptance === undefined) return issue;
    used.add(acceptance);
    return { ...issue, accepted: acceptance.reason };
  };
  const tasks = proof.tasks.map((task): TaskProof => {
    const dependencies = task.dependencies.map(
      (dependency): DependencyProof =>
        dependency.issue === undefined ? dependency : { ...dependency, issue: accept(dependency.issue) },
    );
    return { ...task, dependencies, issues: task.issues.map(accept) };
  });
  const conflicts = proof.conflicts.map(accept);
  const unused = accepted.filter((acceptance) => !used.has(acceptance)).map(unusedAcceptance);
  return withVerdicts(tasks, [...conflicts, ...unused]);
}

/** The verdicts of the tasks and of the whole, from what they consist of. What is accepted does not count. */
export function withVerdicts(tasks: readonly TaskProof[], conflicts: readonly AcceptedIssue[]): Proof {
  const counts = (issue: AcceptedIssue) => issue.accepted === undefined;
  const judged = tasks.map((task): TaskProof => {
    const verdicts = task.dependencies.filter(({ issue }) => issue === undefined || counts(issue));
    const issues = task.issues.filter(counts);
    const ofIssues = issues.some(isError) ? "broken" : issues.some(isOpen) ? "unknown" : "proved";
    return { ...task, verdict: worstOf([...verdicts.map(({ verdict }) => verdict), ofIssues]) };
  });
  const ofConflicts = conflicts.some((issue) => counts(issue) && isError(issue)) ? "broken" : "proved";
  return { verdict: worstOf([...judged.map(({ verdict }) => verdict), ofConflicts]), tasks: judged, conflicts };
}

/** Whether an issue of a task leaves open what it calls. */
function isOpen({ leavesOpen }: AcceptedIssue): boolean {
  return leavesOpen === true;
}

function unusedAcceptance({ code, resource, reason }: AcceptedFinding): Issue {
  return {
    code: "acceptance-unused",
    severity: "warning",
    path: resource,
    problem: `"${code}" is accepted for ${resource} (${reason}), and there is no such finding`,
    why: "it would silence the finding if it ever came up",
    fix: "remove the acceptance",
  };
}
