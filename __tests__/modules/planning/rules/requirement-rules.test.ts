import { expect, it } from "vitest";
import { REQUIREMENT_RULES } from "../../../../modules/planning/rules/requirement-rules";

it("has a stable name of its own for each rule, and a page of AWS's documentation", () => {
  const ids = REQUIREMENT_RULES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, source } of REQUIREMENT_RULES) {
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/.+\.html$/);
  }
});
