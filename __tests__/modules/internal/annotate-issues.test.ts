import { Construct } from "constructs";
import { expect, it } from "vitest";
import { annotateIssues } from "../../../modules/internal/annotate-issues";
import { newStack } from "../../support/synth";

const issue = { code: "odd", path: "here", problem: "it is odd", why: "it has to be even", fix: "add one" };

it("annotateIssues shows warnings and notes through cdktf, and leaves errors to whoever throws", () => {
  const construct = new Construct(newStack(), "orders");
  annotateIssues(construct, [issue, { ...issue, severity: "warning" }, { ...issue, code: "unsure", severity: "note" }]);
  expect(construct.node.metadata.map(({ type, data }) => [type, data])).toEqual([
    ["@cdktf/warn", "odd: here: it is odd; it has to be even; add one"],
    ["@cdktf/info", "unsure: here: it is odd; it has to be even; add one"],
  ]);
});
