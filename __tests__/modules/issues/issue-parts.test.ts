import { describe, expect, it } from "vitest";
import { headline, remarks, type ShownIssue, weight, withPlaceOnce } from "../../../modules/issues/issue-parts";

const issue: ShownIssue = {
  code: "subnets-overlap",
  path: "aws_subnet.a",
  problem: "aws_subnet.a and aws_subnet.b overlap",
  why: "an address is in one subnet",
  fix: "give aws_subnet.a a block that is free",
};

describe("the parts of an issue", () => {
  it("weighs as its severity says, as an error where it says none, and as accepted where it is", () => {
    expect(weight(issue)).toBe("error");
    expect(weight({ severity: "warning" })).toBe("warning");
    expect(weight({ severity: "warning", accepted: "a test" })).toBe("accepted");
  });

  it("has a headline with the place where there is one", () => {
    expect(headline({ code: "a", problem: "b" })).toBe("a: b");
    expect(headline(issue)).toBe("subnets-overlap: aws_subnet.a: aws_subnet.a and aws_subnet.b overlap");
  });

  it("leaves the place out where the problem names it, and only there", () => {
    expect(headline(withPlaceOnce(issue))).toBe("subnets-overlap: aws_subnet.a and aws_subnet.b overlap");
    const elsewhere = { ...issue, path: "aws_subnet.c" };
    expect(withPlaceOnce(elsewhere)).toEqual(elsewhere);
  });

  it("remarks why, what to type, and why it is accepted", () => {
    expect(remarks({ ...issue, accepted: "a test" }).map(([word]) => word)).toEqual(["why", "fix", "accepted"]);
    expect(remarks(issue)).toEqual([
      ["why", issue.why],
      ["fix", issue.fix],
    ]);
  });
});
