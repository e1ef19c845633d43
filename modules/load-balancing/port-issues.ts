import { type Issue, issue } from "../issues/issue";
import { asWritten } from "../text/words";
import { isUnresolved } from "../values/unresolved";

/** What is wrong with a port, where it is given. */
export function* portIssues(port: number | undefined, path: string, what: string): Generator<Issue> {
  if (port === undefined || isUnresolved(port) || (Number.isInteger(port) && port >= 1 && port <= 65535)) return;
  yield issue("port-out-of-range", {
    path,
    problem: `${asWritten(port)} is not a port of ${what}`,
    fix: "write a number from 1 to 65535, for example 80",
  });
}
