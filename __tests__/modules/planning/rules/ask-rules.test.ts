import { expect, it } from "vitest";
import { ASK_RULES } from "../../../../modules/planning/rules/ask-rules";

it("has a page of AWS's documentation for each rule", () => {
  for (const { source } of ASK_RULES) expect(source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/.+\.html$/);
});
