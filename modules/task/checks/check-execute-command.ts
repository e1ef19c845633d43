import { type Issue, issue } from "../../issues/issue";
import { executeCommandOptions } from "../execute-command";
import type { UncheckedFargateTask } from "../fargate-task";

/**
 * What stands in the way of ECS Exec.
 *
 * Source: Amazon ECS Developer Guide, "Monitor Amazon ECS containers with ECS Exec".
 */
export function* checkExecuteCommand(task: UncheckedFargateTask): Generator<Issue> {
  const options = executeCommandOptions(task.executeCommand);
  if (options === undefined) return;
  const named = options.cloudWatchLogGroupName ?? options.s3BucketName;
  if (options.logging === "OVERRIDE" && named === undefined) {
    yield issue("execute-command-log-missing", {
      path: "executeCommand",
      problem: 'logging is "OVERRIDE", but neither a log group nor a bucket is named',
      fix: 'name cloudWatchLogGroupName or s3BucketName, or write logging: "DEFAULT"',
    });
  } else if (options.logging !== "OVERRIDE" && named !== undefined) {
    yield issue("execute-command-log-unused", {
      path: "executeCommand",
      problem: `logging is "${options.logging}", so nothing is sent to "${named}"`,
      fix: 'leave logging out, or write "OVERRIDE"',
    });
  }
  const containers = Object.entries(task.containers);
  const readonly = containers.filter(([, { readonlyRootFilesystem }]) => readonlyRootFilesystem === true);
  for (const [name] of readonly) {
    yield issue("execute-command-readonly", {
      severity: readonly.length === containers.length ? "error" : "warning",
      path: `containers.${name}.readonlyRootFilesystem`,
      problem: `commands cannot be run in "${name}", whose file system is read-only`,
      fix: {
        library: `leave readonlyRootFilesystem out for "${name}", or executeCommand for the task`,
        ecs: `leave readonlyRootFilesystem out for "${name}", or leave out --execute-command`,
      },
    });
  }
}
