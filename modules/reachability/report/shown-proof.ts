import type { AcceptedIssue, DependencyProof, Proof, TaskProof } from "../model/proof";
import { type SymbolicText, UNKNOWN_TEXT } from "../model/symbol";

/** A proof as it is shown: a part of a text of which nothing is known is an ellipsis, and
 * addresses are as Terraform has them. */
export function shownProof({ verdict, tasks, conflicts, assumptions }: Proof): Proof {
  return {
    verdict,
    tasks: tasks.map(shownTask),
    conflicts: conflicts.map(shownIssue),
    ...(assumptions === undefined ? {} : { assumptions }),
  };
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

/** The type at the start of a symbol, where the address that follows has it as well. */
const TYPE_TWICE = /\$\{(\w+)\.((?:[^${}]*[./])?\1\.)/g;

function shown(text: SymbolicText): string {
  return text.replaceAll(UNKNOWN_TEXT, "…").replaceAll(TYPE_TWICE, "${$2");
}
