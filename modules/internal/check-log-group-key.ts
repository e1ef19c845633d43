import { type Issue, issue } from "../issues/issue";
import { isUnresolved } from "../values/unresolved";

/** The key of a log group, which CloudWatch Logs takes by its ARN alone. */
export function checkLogGroupKey(key: string, at: string): Issue | undefined {
  if (isUnresolved(key) || /^arn:[\w-]+:kms:[\w-]+:\d{12}:key\/.+$/.test(key)) return undefined;
  return issue("log-group-key-malformed", {
    path: at,
    problem: `"${key}" is not the ARN of a key`,
    fix: "write the ARN of the key, for example key.arn",
  });
}
