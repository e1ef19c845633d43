import { type Issue, issue } from "../issues/issue";
import { asWritten } from "../text/words";
import { isUnresolved } from "../values/unresolved";

/** A range that AWS has for a whole number. */
export interface WholeRange {
  readonly least: number;
  readonly most: number;
  /** What the number is, for example `"weight"`. */
  readonly what: string;
}

/** What is wrong with a whole number, where it is given. */
export function* checkWhole(
  code: "listener-rule-invalid" | "load-balancer-setting-invalid",
  value: number | undefined,
  path: string,
  { least, most, what }: WholeRange,
): Generator<Issue> {
  if (value === undefined || isUnresolved(value)) return;
  if (Number.isInteger(value) && value >= least && value <= most) return;
  yield issue(code, {
    path,
    problem: `${asWritten(value)} is not a ${what} that AWS takes`,
    why: `it takes whole numbers from ${least} to ${most}`,
    fix: `write a number from ${least} to ${most}`,
  });
}
