import { describe, expect, it } from "vitest";
import { checkTask } from "../../../../modules/task/checks/check-task";
import type { UncheckedFargateTask } from "../../../../modules/task/fargate-task";
import { taskWith } from "../../../support/planned";
import { onlyIssue } from "../../../support/reported";

const check = (task: UncheckedFargateTask) => [...checkTask(task)];

describe("the reachable hosts of a task", () => {
  const declare = (...reachableHosts: string[]) => check(taskWith({}, { reachableHosts }));

  it.each(["registry.example.com", "registry", "10.0.0.9", "${var.host}"])("may be %s", (host) =>
    expect(declare(host)).toEqual([]),
  );

  it.each([
    ["https://registry.example.com/v2", "registry.example.com"],
    ["registry.example.com:5000", "registry.example.com"],
    ["*.example.com", "example.com"],
    ["", "registry.example.com"],
  ])('are refused as "%s"', (host, proposed) => {
    const issue = onlyIssue(declare("example.com", host));
    expect(issue).toMatchObject({ code: "reachable-host-malformed", path: "reachableHosts[1]" });
    expect(issue.fix).toBe(`write "${proposed}"`);
    expect(declare(proposed)).toEqual([]);
  });
});
