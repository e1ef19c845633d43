import type { FixLanguage } from "../../issues/fix";
import { inLanguage } from "../../issues/issue";
import type { AcceptedIssue, DependencyProof, Proof, TaskProof } from "../model/proof";
import { type SymbolicText, UNKNOWN_TEXT } from "../model/symbol";

/** A proof as it is shown: with fixes of one language, an ellipsis for a part of a text of which nothing is known, and
 * addresses as Terraform has them. */
export function shownProof({ verdict, tasks, conflicts, assumptions }: Proof, language: FixLanguage): Proof {
  const shownIssue = (issue: AcceptedIssue) => issueIn(issue, language);
  return {
    verdict,
    tasks: tasks.map((task) => shownTask(task, shownIssue)),
    conflicts: conflicts.map(shownIssue),
    ...(assumptions === undefined ? {} : { assumptions }),
  };
}

type ShowIssue = (issue: AcceptedIssue) => AcceptedIssue;

function shownTask(task: TaskProof, shownIssue: ShowIssue): TaskProof {
  return {
    ...task,
    task: shown(task.task),
    dependencies: task.dependencies.map((each) => shownDependency(each, shownIssue)),
    issues: task.issues.map(shownIssue),
  };
}

function shownDependency({ hops, issue, ...dependency }: DependencyProof, shownIssue: ShowIssue): DependencyProof {
  return {
    ...dependency,
    hops: hops.map((hop) => ({ ...hop, text: shown(hop.text), resources: hop.resources.map(shown) })),
    ...(issue === undefined ? {} : { issue: shownIssue(issue) }),
  };
}

function issueIn(found: AcceptedIssue, language: FixLanguage): AcceptedIssue {
  const issue = inLanguage(found, language);
  return {
    ...issue,
    ...(issue.path === undefined ? {} : { path: shown(issue.path) }),
    problem: shown(issue.problem),
    why: shown(issue.why),
    fix: shown(issue.fix),
  };
}

/** The type at the start of a symbol, where the address that follows has it as well. */
const TYPE_TWICE = /\$\{(?!module\.)(\w+)\.((?:[^${}]*[./])?\1\.)/g;

function shown(text: SymbolicText): string {
  return text.replaceAll(UNKNOWN_TEXT, "…").replaceAll(TYPE_TWICE, "${$2");
}
