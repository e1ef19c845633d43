import { describe, expect, it } from "vitest";
import { checkTask } from "../../../../modules/task/checks/check-task";
import type { UncheckedFargateTask } from "../../../../modules/task/fargate-task";
import { taskWith } from "../../../support/planned";
import { onlyIssue } from "../../../support/reported";

const check = (task: UncheckedFargateTask) => [...checkTask(task)];

describe("the additional fields of a task", () => {
  it("are not those that the task has a name for", () => {
    expect(check(taskWith({}, { additionalFields: { pidMode: "task" } }))).toEqual([]);
    expect(onlyIssue(check(taskWith({}, { additionalFields: { runtimePlatform: {} } })))).toMatchObject({
      code: "additional-field-known",
      path: "additionalFields.runtimePlatform",
    });
  });
});
