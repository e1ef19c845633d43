import type { SymbolicText } from "../terraform/symbolic-text";

/** The account in an ARN. */
export function accountOf(arn: SymbolicText): SymbolicText | undefined {
  return /^arn:[^:]*:[^:]*:[^:]*:([^:]+):/.exec(arn)?.[1];
}
