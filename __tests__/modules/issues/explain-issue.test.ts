import { describe, expect, it } from "vitest";
import { explainIssue } from "../../../modules/issues/explain-issue";

const issue = {
  code: "private-dns-off",
  path: "aws_vpc_endpoint.logs",
  problem: "private DNS is off",
  why: "logs.eu-west-1.amazonaws.com leads to the internet then, and not to the endpoint",
  fix: "set private_dns_enabled = true on aws_vpc_endpoint.logs",
} as const;

describe("explainIssue", () => {
  it("says how bad the issue is, then why, then what to type, in lines of a width", () => {
    expect(explainIssue(issue, "  ", 60)).toEqual([
      "  error private-dns-off: aws_vpc_endpoint.logs: private DNS",
      "      is off",
      "    why: logs.eu-west-1.amazonaws.com leads to the internet",
      "         then, and not to the endpoint",
      "    fix: set private_dns_enabled = true on",
      "         aws_vpc_endpoint.logs",
    ]);
  });

  it("says that a note is one, and where the same holds besides", () => {
    const [first, ...rest] = explainIssue({ ...issue, severity: "note", others: ["aws_vpc_endpoint.ssm"] }, "");
    expect(first).toBe("note private-dns-off: aws_vpc_endpoint.logs: private DNS is off");
    expect(rest.at(-1)).toBe("  also: aws_vpc_endpoint.ssm");
  });
});
