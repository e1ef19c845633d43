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

/** The ARN of a cluster, where it is written down. */
export function* checkClusterArn(arn: string, path: string): Generator<Issue> {
  if (isUnresolved(arn) || /^arn:[\w-]+:ecs:[\w-]+:\d{12}:cluster\/.+$/.test(arn)) return;
  yield issue("cluster-arn-malformed", {
    path,
    problem: `"${arn}" is not the ARN of a cluster`,
    fix: 'write it as "arn:aws:ecs:eu-west-1:123456789012:cluster/shop"; for a cluster that is to be created, write cluster: { name: "shop" }',
  });
}
