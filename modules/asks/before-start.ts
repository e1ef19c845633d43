import { issue } from "../issues/issue";
import type { Ask, AskFinding } from "./ask";
import type { AskContext } from "./ask-context";

/**
 * What Fargate asks before the containers start, of which no page says for version 1.3.0 whether it goes through the network of
 * the task: AWS asks for the endpoints of secrets where tasks go over to 1.4.0.
 *
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-version-migration.html
 */
export function* beforeStart(
  finding: AskFinding,
  { platformVersion }: Pick<AskContext, "platformVersion">,
): Generator<AskFinding> {
  if (platformVersion !== "1.3.0" || !("service" in finding)) yield finding;
  else yield* [{ ...finding, unverified: true }, { remark: unverified(finding) }];
}

function unverified({ service, path }: Ask) {
  return issue("secret-endpoint-unverified", {
    path,
    problem: `whether platform version 1.3.0 needs the endpoint "${service}" is uncertain`,
    fix: 'write platform version "1.4.0", which needs it, or keep the endpoint',
  });
}
