import { describe, expect, it } from "vitest";
import type { AcceptedIssue, DependencyProof, TaskProof } from "../../../../modules/reachability/model/proof";
import { summarizeProof } from "../../../../modules/reachability/report/summarize-proof";

const issue: AcceptedIssue = { code: "private-dns-off", problem: "p", why: "w", fix: "f" };
const accepted: AcceptedIssue = { ...issue, accepted: "known" };
const note: AcceptedIssue = { ...issue, severity: "note" };

function task(verdict: TaskProof["verdict"], dependencies: DependencyProof[], issues: AcceptedIssue[] = []): TaskProof {
  return { task: "orders", address: "aws_ecs_service.orders", verdict, dependencies, issues };
}

const proved: DependencyProof = { service: "s3", verdict: "proved", hops: [] };
const broken: DependencyProof = { service: "logs", verdict: "broken", hops: [], issue };

describe("summarizeProof", () => {
  it.each([
    ["proved: 1 task, 2 services", { verdict: "proved", tasks: [task("proved", [proved, proved])], conflicts: [] }],
    [
      "broken: 2 tasks (1 proved, 1 broken), 3 services (2 proved, 1 broken)",
      { verdict: "broken", tasks: [task("broken", [proved, broken]), task("proved", [proved])], conflicts: [] },
    ],
    [
      "unknown: 1 task, 2 services (1 proved, 1 unknown)",
      {
        verdict: "unknown",
        tasks: [task("unknown", [proved, { ...broken, verdict: "unknown", issue: note }])],
        conflicts: [],
      },
    ],
    [
      "proved: 1 task, 1 service (1 accepted), 2 accepted findings",
      {
        verdict: "proved",
        tasks: [task("proved", [{ ...broken, issue: accepted }], [accepted])],
        conflicts: [accepted],
      },
    ],
    [
      "broken: 1 task, 1 service (1 proved), 1 error, 2 conflicts, 1 warning",
      {
        verdict: "broken",
        tasks: [task("broken", [proved], [issue, note])],
        conflicts: [issue, issue, { ...issue, severity: "warning" }],
      },
    ],
    ["unknown: no task", { verdict: "unknown", tasks: [], conflicts: [note] }],
  ] as const)("%s", (line, proof) => {
    expect(summarizeProof(proof)).toBe(line);
  });
});
