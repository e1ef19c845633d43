import { type Issue, issue } from "../issues/issue";
import { isUnresolved } from "../values/unresolved";

/** The ARN of a cluster, where it is written down. */
export function* checkClusterArn(arn: string, path: string): Generator<Issue> {
  if (isUnresolved(arn) || /^arn:[\w-]+:ecs:[\w-]+:\d{12}:cluster\/.+$/.test(arn)) return;
  yield issue("cluster-arn-malformed", {
    path,
    problem: `"${arn}" is not the ARN of a cluster`,
    fix: 'write it as "arn:aws:ecs:eu-west-1:123456789012:cluster/shop"; for a cluster that is to be created, write cluster: { name: "shop" }',
  });
}
