import { describe, expect, it } from "vitest";
import { issue } from "../../../modules/issues/issue";
import { issueKey } from "../../../modules/issues/issue-key";

const found = issue("subnets-overlap", { path: "a", problem: "b", fix: "c" });

describe("the key of an issue", () => {
  it("is the same wherever the issue was found, and whatever it advises", () => {
    expect(issueKey({ ...found, fix: "d", why: "e", severity: "note" })).toBe(issueKey(found));
  });

  it.each([{ code: "cidr-malformed" } as const, { path: "b" }, { problem: "a" }])("differs with %j", (other) => {
    expect(issueKey({ ...found, ...other })).not.toBe(issueKey(found));
  });
});
