import { isPort, LAST_PORT } from "../aws/limits";
import { type Issue, issue } from "../issues/issue";
import { asWritten } from "../text/words";
import { isUnresolved } from "../values/unresolved";

/** What is wrong with a port, where it is given. */
export function* portIssues(port: number | undefined, path: string, what: string): Generator<Issue> {
  if (port === undefined || isUnresolved(port) || isPort(port)) return;
  yield issue("port-out-of-range", {
    path,
    problem: `${asWritten(port)} is not a port of ${what}`,
    fix: `write a number from 1 to ${LAST_PORT}, for example 80`,
  });
}
