import { describe, expect, it } from "vitest";
import { issueAsMarkdown } from "../../../modules/issues/issue-as-markdown";

const issue = { code: "cidr-malformed", problem: "a_b is no block", why: "it has none", fix: "write 10.0.0.0/16" };

describe("an issue as Markdown", () => {
  it("is an item with sentences, whose text is no mark-up", () => {
    expect(issueAsMarkdown(issue)).toBe(
      "- **error** `cidr-malformed`: a\\_b is no block. Why: it has none. Fix: write 10.0.0.0/16.",
    );
  });

  it("says where it is, how bad, and why it is accepted", () => {
    expect(issueAsMarkdown({ ...issue, path: "cidr", severity: "note" })).toMatch(
      /^- \*\*note\*\* `cidr-malformed` `cidr`: /,
    );
    expect(issueAsMarkdown({ ...issue, accepted: "a test" })).toMatch(/^- \*\*accepted\*\* .* Accepted: a test\.$/);
  });
});
