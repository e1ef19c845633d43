import { describe, expect, it } from "vitest";
import { type Issue, isError } from "../../../modules/issues/issue";

const issue: Issue = {
  code: "port-out-of-range",
  problem: "0 is not a port",
  why: "ports start at 1",
  fix: "write 80",
};

describe("isError", () => {
  it("takes an issue without a severity for an error", () => {
    expect(isError(issue)).toBe(true);
    expect(isError({ ...issue, severity: "error" })).toBe(true);
  });

  it.each(["warning", "note"] as const)("lets a %s pass", (severity) => {
    expect(isError({ ...issue, severity })).toBe(false);
  });
});
