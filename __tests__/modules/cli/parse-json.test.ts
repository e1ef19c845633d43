import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DocumentSyntaxError } from "../../../modules/cli/document-syntax-error";
import { parseJson } from "../../../modules/cli/parse-json";

/** Where and why a text is not JSON. */
function failureOf(text: string): {
  readonly line: number;
  readonly path: string | undefined;
  readonly problem: string;
} {
  try {
    parseJson(text);
  } catch (error) {
    if (!(error instanceof DocumentSyntaxError)) throw error;
    return { line: error.line, path: error.issue.path, problem: error.issue.problem };
  }
  throw new Error(`${JSON.stringify(text)} was read`);
}

/** Whether Node's parser takes a text. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe("parseJson", () => {
  it("reads what Node's parser reads, however it is laid out", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, 2, "\t"), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        expect(parseJson(text).value).toEqual(JSON.parse(text));
      }),
    );
  });

  it("refuses what Node's parser refuses", () => {
    const fragments = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"a"',
      '"',
      "\\",
      "1",
      "-",
      "0",
      ".5",
      "e3",
      "true",
      "nul",
      " ",
      "\n",
      "\u0007",
    );
    fc.assert(
      fc.property(fc.array(fragments, { maxLength: 8 }), (parts) => {
        const text = parts.join("");
        let read = true;
        try {
          parseJson(text);
        } catch {
          read = false;
        }
        expect(read).toBe(isJson(text));
      }),
      { numRuns: 2000 },
    );
  });

  it("reads a text that starts with a byte order mark", () => {
    expect(parseJson('\uFEFF{"a":1}').value).toEqual({ a: 1 });
  });

  it("knows the line of each value, whatever ends a line", () => {
    const text = '{\n  "a": [\r\n    1,\r    { "b c": "x" }\n  ]\n}';
    const { lineOf } = parseJson(text);
    expect([lineOf(""), lineOf("a"), lineOf("a[0]"), lineOf("a[1]"), lineOf('a[1]["b c"]')]).toEqual([1, 2, 3, 4, 4]);
  });

  it("gives the line of the nearest value above one that is not there", () => {
    const { lineOf } = parseJson('{\n"a": {\n"bc": 1 } }');
    expect([lineOf("a.bc.deeper"), lineOf("a.b"), lineOf("z")]).toEqual([3, 2, 1]);
  });

  it.each([
    ['{\n  "a": 1,\n}', 3, undefined, '"}" stands where the name of a member is expected'],
    ['{"a": [1,\n2 3]}', 2, "a", '"3" stands where a comma or ] is expected'],
    ['{"a": {"b" 1}}', 1, "a.b", '"1" stands where a colon is expected'],
    ['[{"x": 01}]', 1, "[0].x", '"0" stands where a value is expected'],
    ["[\n// no comment\n1]", 2, "[0]", '"/" stands where a value is expected'],
    ['{"a":\n"open', 2, "a", "a text has no closing quotation mark on its line"],
    ['["\\x"]', 1, "[0]", 'the text "\\x" has a backslash or a character that JSON does not know'],
    ["", 1, undefined, "the end of the document stands where a value is expected"],
    ["{}\n{}", 2, undefined, '"{" follows the end of the document'],
    ["undefined", 1, undefined, '"u" stands where a value is expected'],
  ])("says where %j stops being JSON", (text, line, path, problem) => {
    expect(failureOf(text)).toEqual({ line, path, problem });
  });

  it("warns of a member that is written twice, and takes the last as Node does", () => {
    const text = '{"a": {"image": "one",\n"image": "two"}}';
    const { value, issues } = parseJson(text);
    expect(value).toEqual(JSON.parse(text));
    expect(issues).toMatchObject([{ code: "json-member-duplicate", severity: "warning", path: "a.image" }]);
    expect(issues[0]?.problem).toContain("the second time on line 2");
  });

  it("takes __proto__ for a member like any other", () => {
    const { value } = parseJson('{"__proto__": {"polluted": true}}');
    expect(Object.hasOwn(Object(value), "__proto__")).toBe(true);
    expect("polluted" in {}).toBe(false);
  });

  it("refuses what is nested too deeply instead of running out of stack", () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    expect(failureOf(deep).problem).toBe("the document is nested deeper than 200 levels");
    expect(parseJson(`${"[".repeat(200)}${"]".repeat(200)}`).issues).toEqual([]);
  });
});
