import { describe, expect, it } from "vitest";
import { hclBlock, hclText } from "../../../modules/adoption/hcl";

describe("a text of HCL", () => {
  it.each([
    ["/aws/ecs/orders", '"/aws/ecs/orders"'],
    ['a "b"\\c', String.raw`"a \"b\"\\c"`],
    ["a\nb\tc", String.raw`"a\nb\tc"`],
  ])("is in quotes, %j", (text, written) => {
    expect(hclText(text)).toBe(written);
  });

  it.each([
    ["${a}", '"$${a}"'],
    ["%{if}", '"%%{if}"'],
    ["$$ {", '"$$ {"'],
  ])("begins no expression, %j", (text, written) => {
    expect(hclText(text)).toBe(written);
  });

  it("has no escapes that only JSON knows", () => {
    expect(hclText("a\bb\f")).toBe(String.raw`"a\u0008b\u000c"`);
    expect(hclText(String.raw`\b`)).toBe(String.raw`"\\b"`);
  });
});

it("indents the lines of a block", () => {
  expect(hclBlock("import", ["to = a.b", 'id = "c"'])).toBe('import {\n  to = a.b\n  id = "c"\n}');
});
