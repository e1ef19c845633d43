import { type Issue, type IssueValues, issue } from "../../issues/issue";
import type { CodeThatMayBe, IssueCode } from "../../issues/table/issue-table";
import type { Verdict } from "../model/verdict";

/** What a check found. */
export interface Finding {
  readonly verdict: Verdict;
  /** What holds, or what is wrong or not known. */
  readonly text: string;
  /** Addresses of the resources that it is about. */
  readonly resources: readonly string[];
  /** @default - it holds */
  readonly issue?: Issue;
  /** Everything of one hop that does not hold, where that is more than this. @default - this is all */
  readonly parts?: readonly Finding[];
  /** Why it is left open without counting, as a clause. @default - it counts */
  readonly leftOpen?: string;
}

/** Something holds. */
export function holds(text: string, resources: readonly string[] = []): Finding {
  return { verdict: "proved", text, resources };
}

/** Something is wrong. The path of the issue is the address of the resource at fault. */
export function breaks<Code extends IssueCode>(
  code: Code,
  values: IssueValues<Code> & { readonly path: string },
): Finding {
  return { verdict: "broken", text: values.problem, resources: [values.path], issue: issue(code, values) };
}

/** Something is not known, and does not count: whether calls arrive does not hang on it. */
export function leavesOpen(because: string): Finding {
  return { verdict: "unknown", text: because, resources: [], leftOpen: because };
}

/** What is not known, and what to assure. */
export interface OpenQuestion {
  /** For example `"vpc-dns-unknown"`. */
  readonly code: CodeThatMayBe<"note">;
  /** What is not known, as a clause: `"whether DNS support is on"`. */
  readonly what: string;
  /** Why not, as {@link Fact}s say it. */
  readonly because: string;
  /** What the user has to assure, to follow "assure that". */
  readonly assure: string;
  /** What says it in a program that describes the network, which exists. @default - nothing does */
  readonly library?: string | undefined;
  /** Address of the resource that it is about. */
  readonly path: string;
}

/** Something is not known. */
export function open({ code, what, because, assure, path, library }: OpenQuestion): Finding {
  const problem = `${what} is not known`;
  const ecs = `assure that ${assure}`;
  const fix = library === undefined ? ecs : { library: `${ecs}, and write ${library} in the network`, ecs };
  const note = { severity: "note", path, problem, why: because, fix } as const;
  return { verdict: "unknown", text: problem, resources: [path], issue: issue(code, note) };
}

/** The findings of one hop as one: the worst counts, the others are kept as parts, and what holds is told together. */
export function together(findings: readonly (Finding | undefined)[]): Finding | undefined {
  const present = findings.filter((finding) => finding !== undefined);
  const parts = present.flatMap((finding) => finding.parts ?? (finding.verdict === "proved" ? [] : [finding]));
  const worst = parts.find(({ verdict }) => verdict === "broken") ?? parts[0];
  if (worst !== undefined) return parts.length === 1 ? worst : { ...worst, parts };
  if (present.length === 0) return undefined;
  const resources = [...new Set(present.flatMap((finding) => finding.resources))];
  return holds([...new Set(present.map(({ text }) => text))].join("; "), resources);
}
