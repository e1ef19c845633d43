import { isError } from "../../issues/issue";
import { counted } from "../../text/words";
import type { AcceptedIssue, DependencyProof, Proof } from "../model/proof";
import type { Verdict } from "../model/verdict";

/**
 * A proof in one line.
 *
 * @example "broken: 1 task, 4 services (3 proved, 1 broken), 1 warning"
 * @example "proved, on your word in 6 points: 1 task, 4 services"
 */
export function summarizeProof({ verdict, tasks, conflicts, assumptions = [] }: Proof): string {
  const dependencies = tasks.flatMap((task) => task.dependencies);
  const taskIssues = tasks.flatMap((task) => task.issues);
  const issues = [...conflicts, ...taskIssues].filter(({ accepted }) => accepted === undefined);
  const warnings = issues.filter(({ severity }) => severity === "warning");
  const counts = [
    tally(
      tasks.map((task) => task.verdict),
      "task",
      verdict,
    ),
    ...(tasks.length === 0 ? [] : [tally(dependencies.map(standing), "service", verdict)]),
    ...some(
      taskIssues.filter((issue) => isError(issue) && issue.accepted === undefined),
      "error",
    ),
    ...some(
      conflicts.filter((issue) => isError(issue) && issue.accepted === undefined),
      "conflict",
    ),
    ...some(warnings, "warning"),
    ...some(
      [...conflicts, ...taskIssues].filter(({ accepted }) => accepted !== undefined),
      "accepted finding",
    ),
  ];
  const isOnYourWord = verdict === "proved" && assumptions.length > 0;
  const word = isOnYourWord ? `, on your word in ${counted(assumptions.length, "point")}` : "";
  return `${verdict}${word}: ${counts.join(", ")}`;
}

/** A verdict, or that what was found is accepted. */
export type Standing = Verdict | "accepted";

const STANDINGS: readonly Standing[] = ["proved", "broken", "unknown", "accepted"];

/** How a service of a task counts. */
export function standing({ verdict, issue }: DependencyProof): Standing {
  return issue?.accepted === undefined ? verdict : "accepted";
}

/** How many, and how they stand where that is not what the whole proof says. */
function tally(all: readonly Standing[], noun: string, verdict: Verdict): string {
  const parts = STANDINGS.flatMap((each) => {
    const count = all.filter((other) => other === each).length;
    return count === 0 ? [] : [`${count} ${each}`];
  });
  const total = all.length === 0 ? `no ${noun}` : counted(all.length, noun);
  return all.every((each) => each === verdict) ? total : `${total} (${parts.join(", ")})`;
}

function some(issues: readonly AcceptedIssue[], noun: string): string[] {
  return issues.length === 0 ? [] : [counted(issues.length, noun)];
}
