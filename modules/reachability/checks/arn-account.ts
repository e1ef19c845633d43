import { isSymbol, type SymbolicText } from "../model/symbol";

/** The account in an ARN. */
export function accountOf(arn: SymbolicText): SymbolicText | undefined {
  return /^arn:[^:]*:[^:]*:[^:]*:([^:]+):/.exec(arn)?.[1];
}

/** The account of a role of a task, which is the task's own: where only the apply knows it, as the task has it. */
export function accountOfRole(role: SymbolicText, ofTask: SymbolicText): SymbolicText {
  const account = accountOf(role);
  return account === undefined || isSymbol(account) ? ofTask : account;
}
