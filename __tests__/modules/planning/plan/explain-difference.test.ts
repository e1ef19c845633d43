import { describe, expect, it } from "vitest";
import { differenceAsMarkdown, differenceAsText } from "../../../../modules/planning/plan/explain-difference";
import type { PlanDifference } from "../../../../modules/planning/plan/plan-difference";

const NOTHING: PlanDifference = { version: 1, added: [], removed: [], changed: [], issues: { added: [], removed: [] } };
const reason = (text: string, source?: string) => ({
  rule: "declared",
  text,
  ...(source === undefined ? {} : { source }),
});
const issue = {
  code: "other-region",
  severity: "error",
  problem: "it is far",
  why: "w",
  fix: "f",
  path: "uses[0]",
} as const;
const MUCH: PlanDifference = {
  ...NOTHING,
  added: [{ service: "sqs", type: "Interface", region: "eu-west-1", reasons: [reason("it is called", "uses[0]")] }],
  removed: [{ service: "s3", type: "Gateway", reasons: [reason("layers")] }],
  changed: [{ service: "logs", type: "Interface", added: [reason("sessions")], removed: [reason("the driver")] }],
  issues: { added: [issue], removed: [{ ...issue, severity: "note", problem: "it was | far" }] },
};

describe("a difference of two plans", () => {
  it("is a line for each reason that is more or less, and for each issue", () => {
    expect(differenceAsText(MUCH).split("\n")).toEqual([
      "1 endpoint added, 1 endpoint removed, 1 endpoint needed for other reasons, 1 new issue, 1 issue gone",
      "  +  sqs (eu-west-1)  Interface  it is called  uses[0]",
      "  -  s3               Gateway    layers",
      "  +  logs             Interface  sessions",
      "  -  logs             Interface  the driver",
      "+ error other-region: uses[0]: it is far",
      "- note other-region: uses[0]: it was | far",
    ]);
  });

  it("is a table and lists in Markdown", () => {
    const markdown = differenceAsMarkdown(MUCH);
    expect(markdown).toContain("| added | `sqs (eu-west-1)` | Interface | it is called | `uses[0]` |");
    expect(markdown).toContain("| removed | `s3` | Gateway | layers |  |");
    expect(markdown).toContain("New issues:\n\n- error other-region");
    expect(markdown).toContain("Issues that are gone:");
  });

  it("says that there is none", () => {
    expect(differenceAsText(NOTHING)).toBe("no endpoint and no issue differs");
    expect(differenceAsMarkdown(NOTHING)).toBe("no endpoint and no issue differs.");
  });
});
