import { Construct } from "constructs";
import { expect, it } from "vitest";
import { annotateIssues } from "../../../modules/internal/annotate-issues";
import { newStack } from "../../support/synth";

const issue = {
  code: "port-duplicate",
  path: "here",
  problem: "it is odd",
  why: "it has to be even",
  fix: "add one",
} as const;

it("annotateIssues shows warnings and notes through cdktf, and leaves errors to whoever throws", () => {
  const construct = new Construct(newStack(), "orders");
  annotateIssues(construct, [
    issue,
    { ...issue, severity: "warning" },
    { ...issue, code: "task-role-hint", severity: "note" },
  ]);
  expect(construct.node.metadata.map(({ type, data }) => [type, data])).toEqual([
    ["@cdktf/warn", "port-duplicate: here: it is odd; it has to be even; add one"],
    ["@cdktf/info", "task-role-hint: here: it is odd; it has to be even; add one"],
  ]);
});
