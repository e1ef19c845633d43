import { hasPlaceholder, isCapitalWord } from "./placeholder";
import { isUnresolved } from "./unresolved";

/**
 * Whether a value of a task is not written yet: Terraform fills it in, or a pipeline that the file has a placeholder for.
 *
 * Like a token it is never bad input. It cannot be checked, so no check is made; what depends on it is unknown.
 */
export function isPending(value: unknown): boolean {
  if (isUnresolved(value)) return true;
  if (typeof value === "string") return hasPlaceholder(value);
  return Array.isArray(value) && value.some(isPending);
}

/** Whether a number is not written yet. A word in capitals can be nothing else where a number is to be. */
export function isPendingNumber(value: unknown): boolean {
  return isPending(value) || (typeof value === "string" && isCapitalWord(value));
}
