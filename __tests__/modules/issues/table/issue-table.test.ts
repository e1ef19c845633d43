import ts from "typescript";
import { describe, expect, it } from "vitest";
import type { IssueRow } from "../../../../modules/issues/table/issue-row";
import { ISSUE_TABLE } from "../../../../modules/issues/table/issue-table";
import { raisedIn } from "../../../support/raised-issues";
import { sourceFiles } from "../../../support/source-imports";

const FOLDER = "modules/issues/table/";
const library = sourceFiles("modules").filter(({ path }) => !path.startsWith(FOLDER));
const rows: readonly (readonly [code: string, row: IssueRow])[] = Object.entries(ISSUE_TABLE);

describe("the issue table", () => {
  it("has a row for every issue that the library raises, no other, and each as bad as it is raised", () => {
    const { issues, untold } = raisedIn(library);
    expect(untold).toEqual([]);
    const raised = new Map<string, Set<string>>();
    for (const { code, severities } of issues) {
      raised.set(code, new Set([...(raised.get(code) ?? []), ...severities]));
    }
    expect(raised.size).toBeGreaterThan(200);
    const inOrder = (found: ReadonlySet<string>) => ["error", "warning", "note"].filter((each) => found.has(each));
    expect(Object.fromEntries(rows.map(([code, { severities = ["error"] }]) => [code, severities]))).toEqual(
      Object.fromEntries([...raised].map(([code, severities]) => [code, inOrder(severities)])),
    );
  });

  it("has codes in kebab-case", () => {
    expect(rows.map(([code]) => code).filter((code) => !/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(code))).toEqual([]);
  });

  it("has sentences of Markdown on one line, with closed code spans", () => {
    const texts = rows.flatMap(([, { what, why, fix }]) => [what, why, fix]);
    const isSentence = (text: string) =>
      /^[A-Z0-9`][^\n]*[^.\s]\.$/.test(text) && !text.includes("  ") && text.split("`").length % 2 === 1;
    expect(texts.filter((text) => !isSentence(text))).toEqual([]);
  });

  it("has sources that are pages", () => {
    const sources = rows.flatMap(([, { source }]) => source ?? []);
    expect(sources.length).toBeGreaterThan(20);
    expect(sources.filter((source) => !URL.canParse(source) || !source.startsWith("https://"))).toEqual([]);
  });

  it("says no text twice", () => {
    const texts = rows.flatMap(([, { what, why, fix }]) => [what, `${why} ${fix}`]);
    expect(texts.filter((text, index) => texts.indexOf(text) < index)).toEqual([]);
  });

  it("is loaded by nothing in the library, which takes the type of the codes only", () => {
    const loads = library.flatMap(({ path, imports }) =>
      imports.filter(({ target, typeOnly }) => target?.startsWith(FOLDER) && !typeOnly).map(() => path),
    );
    expect(loads).toEqual([]);
  });
});

describe("raisedIn", () => {
  const inText = (text: string) =>
    raisedIn([{ path: "a.ts", syntax: ts.createSourceFile("a.ts", text, ts.ScriptTarget.Latest, true) }]);
  const found = (text: string) => inText(text).issues.map(({ code, severities }) => [code, ...severities]);

  it("finds codes of literals, conditions, constants and arguments", () => {
    expect(found('report({ code: "a-b", why: "" });')).toEqual([["a-b", "error"]]);
    expect(found('report({ code: odd ? "a-b" : even ? "c-d" : "e-f", why: "" });').map(([code]) => code)).toEqual([
      "a-b",
      "c-d",
      "e-f",
    ]);
    expect(found('const code = "a-b"; report({ code, why: "" });')).toEqual([["a-b", "error"]]);
    expect(found('function make(task, code) { return { code, why: "" }; } make(1, "a-b"); make(2, "c-d");')).toEqual([
      ["a-b", "error"],
      ["c-d", "error"],
    ]);
  });

  it("finds how bad an issue may be", () => {
    expect(found('report({ code: "a-b", severity: "note", why: "" });')).toEqual([["a-b", "note"]]);
    expect(found('report({ code: "a-b", severity: odd ? "error" : "warning", why: "" });')).toEqual([
      ["a-b", "error", "warning"],
    ]);
    expect(found('report({ code: "a-b", ...(odd ? {} : { severity: "note" }), why: "" });')).toEqual([
      ["a-b", "error", "note"],
    ]);
    expect(found('open({ code: "a-b", what: "", because });')).toEqual([["a-b", "note"]]);
    expect(found('const finding = { unreachable: { code: "a-b", why: "" } };')).toEqual([["a-b", "error", "note"]]);
  });

  it("tells where it finds no code, unless an issue is passed on", () => {
    expect(inText("report({ code: codeOf(task), why });").untold).toEqual(["a.ts:1"]);
    expect(inText("const tell = ({ code, why }) => ({ code, why });").untold).toEqual([]);
    expect(found("const mine = { code: 5 };")).toEqual([]);
  });
});
