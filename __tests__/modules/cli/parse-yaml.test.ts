import { describe, expect, it } from "vitest";
import { DocumentSyntaxError } from "../../../modules/cli/document-syntax-error";
import { parseYaml } from "../../../modules/cli/parse-yaml";

async function readValue(text: string) {
  const [document] = await parseYaml(text);
  return document?.value;
}

async function failureOf(text: string) {
  const error = await parseYaml(text).catch((failure: unknown) => failure);
  if (!(error instanceof DocumentSyntaxError)) throw new Error(`it was read: ${JSON.stringify(error)}`);
  return `line ${error.line}, ${error.issue.path}: ${error.issue.problem}`;
}

describe("YAML", () => {
  it.each([
    ["a: 1\nb: [x, 2, true, null, ~]\n", { a: 1, b: ["x", 2, true, null, null] }],
    ["a: yes\nb: on\nc: 0123\nd: 2010-09-09\n", { a: "yes", b: "on", c: 123, d: "2010-09-09" }],
    ["a: |\n  x: 1\n  y\nb: >\n  one\n  two\n", { a: "x: 1\ny\n", b: "one two\n" }],
    ["a: \"yes\"\nb: '1'\nc: !!str 12\n", { a: "yes", b: "1", c: "12" }],
    ["a: &x {k: v}\nb: *x\n", { a: { k: "v" }, b: { k: "v" } }],
    ["a: &x {k: 1, l: 1}\nb:\n  <<: *x\n  l: 2\n", { a: { k: 1, l: 1 }, b: { k: 1, l: 2 } }],
    ["a: &x {k: 1}\nb: &y {k: 2, m: 2}\nc:\n  <<: [*x, *y]\n", { a: { k: 1 }, b: { k: 2, m: 2 }, c: { k: 1, m: 2 } }],
    ["__proto__: 1\nconstructor: 2\n", JSON.parse('{"__proto__": 1, "constructor": 2}')],
    ["a: .nan\nb: .inf\n", { a: ".nan", b: ".inf" }],
    ["a: !vault secret\nb: !include x.yml\n", { a: "${!vault}", b: "${!include}" }],
    ["# nothing but a comment\na:\n", { a: null }],
  ])("is read: %j", async (text, value) => {
    expect(await readValue(text)).toEqual(value);
  });

  it.each([
    ["Essential: yes", true],
    ["Essential: Off", false],
    ["Value: 0123", "0123"],
    ["Value: 1.10", "1.10"],
    ["Value: 80", 80],
    ["Value: !Ref X", { Ref: "X" }],
    ["Value: !GetAtt A.B", { "Fn::GetAtt": "A.B" }],
    ["Value: !If [c, !Ref A, !Sub x]", { "Fn::If": ["c", { Ref: "A" }, { "Fn::Sub": "x" }] }],
  ])("of CloudFormation has rules of its own: %s", async (line, value) => {
    const [read] = Object.values(Object(await readValue(`Resources: {}\nProperties:\n  ${line}\n`)).Properties);
    expect(read).toEqual(value);
  });

  it.each([
    ["a: {{ x }}\nb: {{ y }}:{{ z }}\n", { a: "{{ x }}", b: "{{ y }}:{{ z }}" }],
    ["a: [{p: ${port}}]\nb: @X@\nc: %Y_Z%\n", { a: [{ p: "${port}" }], b: "@X@", c: "%Y_Z%" }],
    ["a:\n{% for x in y %}\n  - {{ x }}\n{% endfor %}\n", { a: ["{{ x }}"] }],
    ["%{ if a ~}\na: 1\n%{ endif ~}\n", { a: 1 }],
    ["{{- if .Values.a }}\na: 1\n{{- else }}\na: 1\n{{- end }}\n", { a: 1 }],
    ["{% if a %}\na: 1\n{% else %}\na: 2\n{% endif %}\n", { a: "${{% endif %}}" }],
  ])("may be a template: %j", async (text, value) => {
    expect(await readValue(text)).toEqual(value);
  });

  it("has several documents, of which those that are empty are none", async () => {
    const documents = await parseYaml("---\na: 1\n---\n---\nb: 2\n...\n");
    expect(documents.map(({ value }) => value)).toEqual([{ a: 1 }, { b: 2 }]);
    expect(await parseYaml("# nothing\n")).toEqual([]);
  });

  it("knows the lines of its values", async () => {
    const [document] = await parseYaml("a:\n  - b: 1\n    c:\n      - 2\n");
    expect(["a", "a[0].b", "a[0].c[0]", "a[0].c[0].d", "x"].map((path) => document?.lineOf(path))).toEqual([
      2, 2, 4, 4, 1,
    ]);
  });

  it("warns of a member that is written twice, and takes the last", async () => {
    const [document] = await parseYaml("a:\n  b: 1\n  b: 2\n");
    expect(document?.value).toEqual({ a: { b: 2 } });
    expect(document?.issues).toMatchObject([{ code: "json-member-duplicate", path: "a.b", severity: "warning" }]);
  });

  it.each([
    ["a: b: c\n", "line 1, column 4: nested mappings are not allowed in compact mappings"],
    ["a:\n\t- b\n", "line 2, column 1: tabs are not allowed as indentation"],
    ["a: 1\nb: *x\n", "line 2, column 4: there is no anchor &x before the alias *x"],
    ["a: &x [*x]\n", "line 1, column 8: the document is nested deeper than 200 levels"],
    ["a: &x\n  <<: *x\n", "line 2, column 3: the document is nested deeper than 200 levels"],
    ["[".repeat(100_000), "line 1, column 1001: the document is nested deeper than 200 levels"],
    [`a: ${"{b: ".repeat(300)}1${"}".repeat(300)}`, "nested deeper than 200 levels"],
    ["- ".repeat(100_000), "line 1, column 1: the document is nested deeper than 200 levels"],
    [bomb(), "the document has more than 100000 values"],
  ])("that is none, or that nobody can walk through, has one clear failure: %#", async (text, failure) => {
    expect(await failureOf(text)).toContain(failure);
  });

  it("whose marks are never closed is read in no time", async () => {
    const start = performance.now();
    await parseYaml(`${'- "{{"\n'.repeat(450)}${"- x\n".repeat(50_000)}`);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

/** Each line has ten aliases to the one before. */
function bomb(): string {
  const lines = Array.from({ length: 9 }, (_, index) => `a${index + 1}: &a${index + 1} [${`*a${index},`.repeat(10)}]`);
  return ["a0: &a0 [x]", ...lines].join("\n");
}
