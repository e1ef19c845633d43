import type { Issue } from "./issue";

/** The issues that a check finds, and what it makes besides. */
export function collected<Result>(check: Generator<Issue, Result>): {
  readonly issues: readonly Issue[];
  readonly result: Result;
} {
  const issues: Issue[] = [];
  for (;;) {
    const next = check.next();
    if (next.done === true) return { issues, result: next.value };
    issues.push(next.value);
  }
}
