import type { Construct } from "constructs";
import { ConfigurationError } from "../issues/configuration-error";
import { type Issue, isError } from "../issues/issue";

/**
 * Throws everything that is wrong with a construct, in one error.
 *
 * @throws {ConfigurationError} where an issue is an error
 */
export function throwIssues(construct: Construct, issues: readonly Issue[]): void {
  const errors = issues.filter(isError);
  if (errors.length === 0) return;
  throw new ConfigurationError(`${construct.node.path} (${construct.constructor.name})`, errors);
}
