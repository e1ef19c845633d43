import type { AcceptedIssue, DependencyProof, Proof, TaskProof } from "../model/proof";
import { type SymbolicText, UNKNOWN_TEXT } from "../model/symbol";

/** A proof as it is shown: a part of a text of which nothing is known is an ellipsis. */
export function shownProof({ verdict, tasks, conflicts }: Proof): Proof {
  return { verdict, tasks: tasks.map(shownTask), conflicts: conflicts.map(shownIssue) };
}

function shownTask(task: TaskProof): TaskProof {
  return {
    ...task,
    task: shown(task.task),
    dependencies: task.dependencies.map(shownDependency),
    issues: task.issues.map(shownIssue),
  };
}

function shownDependency({ hops, issue, ...dependency }: DependencyProof): DependencyProof {
  return {
    ...dependency,
    hops: hops.map((hop) => ({ ...hop, text: shown(hop.text), resources: hop.resources.map(shown) })),
    ...(issue === undefined ? {} : { issue: shownIssue(issue) }),
  };
}

function shownIssue(issue: AcceptedIssue): AcceptedIssue {
  return {
    ...issue,
    ...(issue.path === undefined ? {} : { path: shown(issue.path) }),
    problem: shown(issue.problem),
    why: shown(issue.why),
    fix: shown(issue.fix),
  };
}

function shown(text: SymbolicText): string {
  return text.replaceAll(UNKNOWN_TEXT, "…");
}
