import { ConfigurationError } from "../issues/configuration-error";
import { type Issue, isError } from "../issues/issue";
import { UnusableInputError } from "./unusable-input-error";

/**
 * The error for a document that holds no task.
 *
 * @param name what the document is called
 * @param issues what is wrong with it; what is no error is not shown
 * @param lineOf line of a JSON path in the document
 */
export function unusableDocument(
  name: string,
  issues: readonly Issue[],
  lineOf: (path: string) => number,
): UnusableInputError {
  const located = issues.filter(isError).map((issue) => ({ ...issue, path: describePlace(issue.path ?? "", lineOf) }));
  return new UnusableInputError(new ConfigurationError(name, located).message.trimEnd());
}

function describePlace(path: string, lineOf: (path: string) => number): string {
  const line = `line ${lineOf(path)}`;
  return path === "" ? line : `${line}, ${path}`;
}
