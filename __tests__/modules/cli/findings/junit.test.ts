import { describe, expect, it } from "vitest";
import { junit } from "../../../../modules/cli/findings/junit";
import { issue } from "../../../../modules/issues/issue";
import type { AcceptedIssue, Proof } from "../../../../modules/reachability/model/proof";

const FINDING = issue("private-dns-off", { path: "a.b", problem: 'DNS of "a" < b & c is off\u0007', fix: "on" });

function proofWith(issues: readonly AcceptedIssue[], conflicts: readonly AcceptedIssue[] = []): Proof {
  const dependencies = [
    { service: "s3", verdict: "proved" as const, hops: [] },
    { service: "logs", region: "us-east-1", verdict: "broken" as const, hops: [], issue: FINDING },
    { service: "ssm", verdict: "unknown" as const, hops: [], issue: FINDING },
  ];
  return {
    verdict: "broken",
    tasks: [{ task: "orders", address: "aws_ecs_service.orders", verdict: "broken", dependencies, issues }],
    conflicts,
  };
}

describe("JUnit", () => {
  it("has a suite for each task with a case for each call: failed where broken, skipped where unknown", () => {
    const lines = junit(proofWith([])).split("\n");
    expect(lines[2]).toBe('  <testsuite name="orders" tests="3" failures="1" errors="0" skipped="1">');
    expect(lines[3]).toBe('    <testcase name="s3" classname="aws_ecs_service.orders"/>');
    expect(lines[4]).toMatch(/name="logs \(us-east-1\)".*<failure message="private-dns-off: /);
    expect(junit(proofWith([]))).toMatch(/name="ssm".*<skipped message="private-dns-off: /);
  });

  it("writes nothing that XML does not take", () => {
    expect(junit(proofWith([]))).toContain("DNS of &quot;a&quot; &lt; b &amp; c is off\u{FFFD}");
  });

  it("has a case for what concerns a task or none as a whole", () => {
    const open = { ...FINDING, severity: "note" as const, leavesOpen: true };
    const note = { ...FINDING, severity: "note" as const };
    const accepted = { ...FINDING, accepted: "it is meant" };
    const xml = junit(proofWith([FINDING, open], [note, accepted, FINDING]));
    expect(xml).toContain('<testsuite name="orders" tests="5" failures="2" errors="0" skipped="2">');
    expect(xml).toContain('<testsuite name="conflicts" tests="3" failures="1" errors="0" skipped="0">');
    expect(xml).toContain("<system-out>accepted: it is meant</system-out>");
  });
});
