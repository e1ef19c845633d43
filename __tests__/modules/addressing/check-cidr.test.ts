import { describe, expect, it } from "vitest";
import { readVpcCidr } from "../../../modules/addressing/check-cidr";
import { formatCidr } from "../../../modules/addressing/cidr";
import { collected } from "../../../modules/issues/collected";
import { onlyIssue } from "../../support/reported";
import { STRING_TOKENS } from "../../support/tokens";

const issuesOf = (text: string) => [...readVpcCidr(text, "the VPC", "cidrBlock")];

describe("readVpcCidr", () => {
  it.each(["10.0.0.0/16", "10.0.10.0/24", "192.168.0.16/28"])("reads %s without an issue", (text) => {
    const cidr = collected(readVpcCidr(text, "the VPC", "cidrBlock")).result;
    expect(cidr && formatCidr(cidr)).toBe(text);
    expect(issuesOf(text)).toEqual([]);
  });

  it("says what a malformed CIDR is and how one is written", () => {
    const issue = onlyIssue(issuesOf("10.0.0.0"));
    expect(issue).toMatchObject({ code: "cidr-malformed", path: "cidrBlock" });
    expect(issue.problem).toBe('"10.0.0.0" of the VPC is not an IPv4 CIDR');
    expect(issue.fix).toContain('"10.0.0.0/16"');
  });

  it("says the aligned block instead of rounding to it", () => {
    const issue = onlyIssue(issuesOf("10.0.1.7/24"));
    expect(issue).toMatchObject({ code: "cidr-misaligned", path: "cidrBlock", fix: "write 10.0.1.0/24" });
    expect(issue.problem).toBe("the CIDR 10.0.1.7/24 of the VPC has host bits set");
  });

  it.each([
    ["10.0.0.0/15", "large"],
    ["10.0.0.0/8", "large"],
    ["10.0.0.0/29", "small"],
    ["10.0.0.1/32", "small"],
  ])("says that %s is too %s, and which prefix lengths there are", (text, size) => {
    const issue = onlyIssue(issuesOf(text));
    expect(issue.code).toBe("cidr-size");
    expect(issue.problem).toBe(`the CIDR ${text} of the VPC is too ${size}`);
    expect(issue.fix).toBe("choose a prefix length from 16 to 28");
  });

  it("says at once that a block is misaligned and too large", () => {
    expect(issuesOf("10.1.2.3/8").map(({ code }) => code)).toEqual(["cidr-misaligned", "cidr-size"]);
  });

  it.each(["nonsense", "10.0.1.0/16", "10.0.0.0/8", "10.1.2.3/8"])('gives no block for "%s"', (text) => {
    expect(collected(readVpcCidr(text, "the VPC", "cidrBlock")).result).toBeUndefined();
  });

  it.each(STRING_TOKENS)("does not judge %s", (_name, token) => {
    expect(collected(readVpcCidr(token, "the VPC", "cidrBlock")).result).toBeUndefined();
    expect(issuesOf(token)).toEqual([]);
  });
});
