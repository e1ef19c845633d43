import { type Issue, issue } from "../../issues/issue";
import { checkSecret } from "../secrets/check-secret";
import { type LogDriver, logDriverKind } from "./log-driver";
import type { LogDriverContext } from "./log-driver-kind";
import { secretOptionsOf } from "./placed-log-driver";

/** Everything that is wrong with the log driver of a container or of the proxy of Service Connect. */
export function* checkLogDriver(driver: LogDriver, path: string, context: LogDriverContext): Generator<Issue> {
  const kind = logDriverKind(driver);
  if (kind === undefined) {
    yield issue("log-driver-unknown", {
      path,
      problem: `${JSON.stringify(driver)} is not a log driver`,
      fix: "write LogDriver.awslogs(), LogDriver.firelens(plugin), LogDriver.splunk(url) or LogDriver.none()",
    });
    return;
  }
  yield* kind.check(driver, path, context);
  for (const [name, secret] of Object.entries(secretOptionsOf(driver) ?? {})) {
    yield* checkSecret(secret, `${path}.secretOptions.${name}`);
  }
}
