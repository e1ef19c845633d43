import { describe, expect, it } from "vitest";
import type { ExecuteCommandOptions } from "../../../../modules";
import { checkTask } from "../../../../modules/task/checks/check-task";
import type { Container } from "../../../../modules/task/container";
import type { UncheckedFargateTask } from "../../../../modules/task/fargate-task";
import { silent, taskWith } from "../../../support/planned";
import { onlyIssue } from "../../../support/reported";

const check = (task: UncheckedFargateTask) => [...checkTask(task)];

describe("ECS Exec of a task", () => {
  const exec = (executeCommand: true | ExecuteCommandOptions) => check(taskWith({}, { executeCommand }));

  it.each<true | ExecuteCommandOptions>([
    true,
    { logging: "NONE", kmsKeyId: "key" },
    { logging: "OVERRIDE", s3BucketName: "exec" },
    { cloudWatchLogGroupName: "/exec" },
  ])("may be %j", (options) => expect(exec(options)).toEqual([]));

  it("is refused where it logs to nothing, and where a log is named that nothing is sent to", () => {
    expect(onlyIssue(exec({ logging: "OVERRIDE" })).code).toBe("execute-command-log-missing");
    expect(onlyIssue(exec({ logging: "NONE", s3BucketName: "exec" }))).toMatchObject({
      code: "execute-command-log-unused",
      problem: 'logging is "NONE", so nothing is sent to "exec"',
    });
  });

  it("is refused where every file system is read-only, and warned of where some are", () => {
    const readonly = { ...silent, ports: [], readonlyRootFilesystem: true };
    const task = (containers: Record<string, Container>): UncheckedFargateTask => ({
      family: "orders",
      executeCommand: true,
      containers,
    });
    expect(onlyIssue(check(task({ api: readonly })))).toMatchObject({
      code: "execute-command-readonly",
      severity: "error",
      path: "containers.api.readonlyRootFilesystem",
    });
    expect(onlyIssue(check(task({ api: silent, proxy: readonly }))).severity).toBe("warning");
  });
});
