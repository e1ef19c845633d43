import { describe, expect, it } from "vitest";
import { isMasked, maskPending, splitAtColons } from "../../../modules/values/pending-parts";

describe("maskPending", () => {
  it.each([
    ["a:b", "a:b"],
    ["a:${b:c}:d", "a:______:d"],
    ['${f({a = "x:y"})}:z', "_________________:z"],
    ["%{ if a }x%{ endif }", "_________x__________"],
    ["$5 (not)", "$5 (not)"],
    ["${never:closed", "______________"],
    ["<a>:${b}", "___:____"],
  ])("hides what is written later in %s", (text, masked) => {
    expect(maskPending(text).replaceAll("\u0000", "_")).toBe(masked);
    expect(isMasked(maskPending(text))).toBe(masked.includes("_"));
  });
});

describe("splitAtColons", () => {
  it("passes over the colons of what is written later", () => {
    expect(splitAtColons("arn:aws:ssm:{{ env:region }}:${a:b}:parameter/x")).toEqual([
      "arn",
      "aws",
      "ssm",
      "{{ env:region }}",
      "${a:b}",
      "parameter/x",
    ]);
  });
});
