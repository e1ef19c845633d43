import { LOG_RETENTION_DAYS } from "../aws/limits";
import { type Issue, issue } from "../issues/issue";
import { isUnresolved } from "../values/unresolved";

/** Logs are kept for certain numbers of days. 0 keeps them for ever, as Terraform has it. */
export function* checkRetention(days: number | undefined, path: string): Generator<Issue> {
  if (days === undefined || days === 0 || isUnresolved(days) || LOG_RETENTION_DAYS.includes(days)) return;
  const longer = LOG_RETENTION_DAYS.find((each) => each > days);
  yield issue("log-retention-unknown", {
    path,
    problem: `CloudWatch Logs keeps no logs for ${days} days`,
    fix: longer === undefined ? "write 3653, or 0 for logs that never expire" : `write ${longer}`,
  });
}
