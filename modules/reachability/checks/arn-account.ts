import type { SymbolicText } from "../model/symbol";

/** The account in an ARN. */
export function accountOf(arn: SymbolicText): SymbolicText | undefined {
  return /^arn:[^:]*:[^:]*:[^:]*:([^:]+):/.exec(arn)?.[1];
}
