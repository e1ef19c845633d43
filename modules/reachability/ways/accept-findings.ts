import { type Issue, isError, issue } from "../../issues/issue";
import { groupedBy } from "../../values/grouped-by";
import type { AcceptedIssue, Judge, Proof, TaskProof } from "../model/proof";
import { worstOf } from "../model/verdict";
import type { Acceptance } from "../terraform/resources/annotations";

/** What is accepted. An issue that is accepted stays, with the reason, and no longer counts. */
export class Acceptances implements Judge {
  readonly #byCode: ReadonlyMap<string, readonly Acceptance[]>;
  readonly #unused: Set<Acceptance>;

  constructor(accepted: readonly Acceptance[]) {
    this.#unused = new Set(accepted);
    this.#byCode = groupedBy(accepted, ({ code }) => code);
  }

  /** The issue, with the reason where it is accepted. */
  judge<T extends Issue>(issue: T): T & AcceptedIssue {
    const covering = (this.#byCode.get(issue.code) ?? []).filter(({ resource }) => covers(resource, issue.path ?? ""));
    for (const acceptance of covering) this.#unused.delete(acceptance);
    const [first] = covering;
    return first === undefined ? issue : { ...issue, accepted: first.reason };
  }

  /** A warning for each acceptance that no issue has needed, since it would silence a later one unnoticed. */
  get unused(): readonly Issue[] {
    return [...this.#unused].map(
      ({ code, resource, reason }): Issue =>
        issue("acceptance-unused", {
          path: resource,
          problem: `"${code}" is accepted for ${resource} (${reason}), and there is no such finding`,
          fix: "remove the acceptance",
        }),
    );
  }
}

/** The address of a resource, behind modules and the name of a configuration. A type or a module is none. */
const RESOURCE = /^(?:[^/]+\/)?(?:module\.[^.[]+(?:\[[^\]]*\])?\.)*(?:data\.)?(?!module\.|data\.)[a-z]\w*\.[\w-]+/;

/** Whether an issue is about a resource, or about something in it. An issue of several resources is about each of them. */
function covers(resource: string, path: string): boolean {
  return path.split(", ").some((each) => {
    if (each === resource) return true;
    return RESOURCE.test(resource) && (each.startsWith(`${resource}.`) || each.startsWith(`${resource}[`));
  });
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
