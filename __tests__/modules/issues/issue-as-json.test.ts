import { describe, expect, it } from "vitest";
import { issue } from "../../../modules/issues/issue";
import { issueAsJson } from "../../../modules/issues/issue-as-json";

describe("an issue as JSON", () => {
  it("says that it is an error, which the issue itself leaves out", () => {
    const found = issue("subnets-overlap", { path: "a", problem: "b", fix: "c" });
    expect(issueAsJson(found)).toEqual({
      code: "subnets-overlap",
      severity: "error",
      problem: "b",
      why: found.why,
      fix: "c",
    });
  });
});
