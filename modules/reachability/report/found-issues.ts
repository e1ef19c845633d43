import type { AcceptedIssue, Proof } from "../model/proof";

/** An issue of a proof, once, with everything that it concerns. */
export interface FoundIssue {
  readonly issue: AcceptedIssue;
  /** The calls that do not arrive because of it, by task. @default - none; it is a conflict, or of the task itself */
  readonly calls: ReadonlyMap<string, readonly string[]>;
}

/** The issues of a proof, each once: one fault, which one change mends, often stops many calls. */
export function foundIssues({ tasks, conflicts }: Proof): readonly FoundIssue[] {
  const found = new Map<string, { issue: AcceptedIssue; calls: Map<string, string[]> }>();
  const add = (issue: AcceptedIssue) => {
    const key = JSON.stringify([issue.code, issue.path, issue.fix]);
    const known = found.get(key) ?? { issue, calls: new Map() };
    found.set(key, known);
    return known;
  };
  for (const { task, issues, dependencies } of tasks) {
    for (const issue of issues) add(issue);
    for (const { issue, service } of dependencies) {
      if (issue === undefined) continue;
      const { calls } = add(issue);
      calls.set(task, [...(calls.get(task) ?? []), service]);
    }
  }
  for (const issue of conflicts) add(issue);
  return [...found.values()];
}

/** The calls in words: `orders to ecr.api, ecr.dkr`. */
export function callsInWords(calls: FoundIssue["calls"]): string {
  return Array.from(calls, ([task, services]) => `${task} to ${services.join(", ")}`).join("; ");
}
