import type { Ask, Hint, OutsideCall, Remark } from "../../asks/ask";
import type { PlanSurroundings } from "../../asks/plan-surroundings";
import { wayOutInWords } from "../../aws/way-out";
import type { Issue } from "../../issues/issue";
import type { UncheckedFargateTask } from "../../task/fargate-task";
import { askFindings } from "../rules/asks-of";
import { fipsNote, inFipsMode } from "./fips-mode";

/** What the rules say of one task. */
export interface DerivedAsks {
  /** What the task asks through its own interface, with the service that it calls in FIPS mode. */
  readonly asks: readonly Ask[];
  readonly issues: readonly Issue[];
  /** Those of the issues that a way out of the network would help. */
  readonly unreachable: ReadonlySet<Issue>;
  /** Those of the issues that leave open whether the calls arrive. */
  readonly open: ReadonlySet<Issue>;
  readonly outside: readonly OutsideCall[];
}

/** Applies every rule to a task. */
export function deriveAsks(task: UncheckedFargateTask, surroundings: PlanSurroundings): DerivedAsks {
  const fips = task.fips ?? surroundings.fips ?? false;
  const asks: Ask[] = [];
  const issues: Issue[] = [];
  const unreachable = new Set<Issue>();
  const open = new Set<Issue>();
  const outside: OutsideCall[] = [];
  const hints: Hint[] = [];
  for (const finding of askFindings(task, surroundings)) {
    if ("service" in finding) {
      if (finding.withoutEndpoint === true) continue;
      asks.push(fips ? inFipsMode(finding) : finding);
      if (fips) issues.push(...fipsNote(finding));
    } else if ("unreachable" in finding) {
      const issue = withWayOut(finding.unreachable, surroundings);
      issues.push(issue);
      unreachable.add(issue);
      if (finding.outside !== undefined) outside.push(finding.outside);
    } else if ("outside" in finding) outside.push(finding.outside);
    else if ("hintAt" in finding) hints.push(finding);
    else remark(finding);
  }
  const planned = new Set(asks.flatMap(({ service }) => [service, service.replace("-fips", "")]));
  for (const hint of hints) if (!planned.has(hint.hintAt)) remark(hint);
  return { asks, issues, unreachable, open, outside };

  function remark({ remark: issue, leavesOpen }: Remark): void {
    issues.push(issue);
    if (leavesOpen === true) open.add(issue);
  }
}

/** Where the network has a way out, what no endpoint can help is not lost. */
function withWayOut(issue: Issue, { wayOut }: PlanSurroundings): Issue {
  if (wayOut === undefined) return issue;
  return { ...issue, severity: "note", why: `${issue.why}; the network leads out by ${wayOutInWords(wayOut)}` };
}
