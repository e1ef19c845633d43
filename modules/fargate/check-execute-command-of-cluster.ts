import { type Issue, issue } from "../issues/issue";
import { type ExecuteCommandOptions, executeCommandOptions } from "../task/execute-command";
import { isUnresolved } from "../values/unresolved";
import type { FargateTaskDefinitionProps } from "./fargate-task-definition-props";

const SETTINGS = [
  "logging",
  "cloudWatchLogGroupName",
  "s3BucketName",
  "kmsKeyId",
] as const satisfies readonly (keyof ExecuteCommandOptions)[];

/**
 * ECS Exec logs and encrypts as its cluster says, and what the task says of it is what its endpoints and rights are derived from. Of a cluster
 * that is made with the task the one is written for the other.
 *
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExecuteCommandConfiguration.html
 */
export function* checkExecuteCommandOfCluster({ task, cluster }: FargateTaskDefinitionProps): Generator<Issue> {
  if (cluster === undefined || !("arn" in cluster)) return;
  if (task.executeCommand === undefined || cluster.executeCommand === undefined) return;
  const own = executeCommandOptions(task.executeCommand);
  const ofCluster = executeCommandOptions(cluster.executeCommand);
  const differing = SETTINGS.filter((name) => differs(own[name], ofCluster[name]));
  if (differing.length === 0) return;
  const said = (options: ExecuteCommandOptions) =>
    differing.map((name) => `${name}: ${written(options[name])}`).join(", ");
  yield issue("execute-command-of-cluster", {
    path: "executeCommand",
    problem: `for ECS Exec the task has ${said(own)}, and its cluster ${said(ofCluster)}`,
    fix: "give the task and its cluster the same executeCommand",
  });
}

/** Two values that Terraform fills in may be the same. */
function differs(one: string | undefined, other: string | undefined): boolean {
  return one !== other && !(isUnresolved(one) && isUnresolved(other));
}

function written(value: string | undefined): string {
  return value === undefined ? "none" : JSON.stringify(value);
}
