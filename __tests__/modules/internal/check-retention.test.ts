import { describe, expect, it } from "vitest";
import { checkRetention } from "../../../modules/internal/check-retention";
import type { Issue } from "../../../modules/issues/issue";

const fixes = (issues: Iterable<Issue>) => Array.from(issues, ({ code, fix }) => `${code}: ${fix}`);

describe("the days for which logs are kept", () => {
  it.each([0, 1, 30, 3653, undefined])("keeps logs for %s days", (days) => {
    expect(fixes(checkRetention(days, "logGroup.retentionInDays"))).toEqual([]);
  });

  it.each([
    [31, "write 60"],
    [2, "write 3"],
    [-5, "write 1"],
    [4000, "write 3653, or 0 for logs that never expire"],
  ])("keeps no logs for %s days", (days, fix) => {
    expect(fixes(checkRetention(days, "logGroup.retentionInDays"))).toEqual([`log-retention-unknown: ${fix}`]);
  });
});
