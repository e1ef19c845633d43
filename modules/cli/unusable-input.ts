import { ConfigurationError } from "../issues/configuration-error";
import { type Issue, inLanguage, isError } from "../issues/issue";

/** The command line or the input cannot be used. The message is for the user, without a stack. */
export class UnusableInputError extends Error {
  override readonly name = "UnusableInputError";
}

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
  const located = issues
    .filter(isError)
    .map((issue) => ({ ...inLanguage(issue, "ecs"), path: describePlace(issue.path ?? "", lineOf) }));
  return new UnusableInputError(new ConfigurationError(name, located).message.trimEnd());
}

function describePlace(path: string, lineOf: (path: string) => number): string {
  const line = `line ${lineOf(path)}`;
  return path === "" ? line : `${line}, ${path}`;
}
