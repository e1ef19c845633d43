import { describe, expect, it } from "vitest";
import { checkTask } from "../../../../modules/task/checks/check-task";
import type { UncheckedFargateTask } from "../../../../modules/task/fargate-task";
import { taskWith } from "../../../support/planned";
import { onlyIssue } from "../../../support/reported";

const check = (task: UncheckedFargateTask) => [...checkTask(task)];

describe("a task of which nothing is filled in", () => {
  const verbatim = {
    executionRoleArn: "arn:aws:iam::123456789012:role/start",
    taskRoleArn: "arn:aws:iam::123456789012:role/run",
  };
  const size = { cpu: "256", memory: "512" };

  it("is good with a size and both roles", () => {
    expect(check(taskWith({}, { ...size, verbatim, executeCommand: true }))).toEqual([]);
  });

  it("needs a size", () => {
    expect(onlyIssue(check(taskWith({}, { verbatim })))).toMatchObject({
      code: "fargate-size-incomplete",
      problem: "the task has neither cpu nor memory",
    });
  });

  it("needs an execution role for what ECS does with it, and a task role for ECS Exec", () => {
    const issues = check(taskWith({}, { ...size, verbatim: {}, executeCommand: true }));
    expect(issues.map(({ code }) => code)).toEqual(["execution-role-missing", "task-role-missing"]);
    expect(issues[0]?.problem).toContain("an image in ECR (api)");
  });

  it("needs no role where nothing uses one", () => {
    const image = { kind: "registry", name: "nginx" } as const;
    expect(check(taskWith({ image }, { ...size, verbatim: {} }))).toEqual([]);
  });
});
