import { describe, expect, it } from "vitest";
import type { IssueRow } from "../../../../modules/issues/table/issue-row";
import { ISSUE_TABLE } from "../../../../modules/issues/table/issue-table";
import { sourceFiles } from "../../../support/source-imports";

const library = sourceFiles("modules").filter(({ path }) => !path.startsWith("modules/issues/table/"));
const rows: readonly (readonly [code: string, row: IssueRow])[] = Object.entries(ISSUE_TABLE);

describe("the issue table", () => {
  it("has no row that the library never raises", () => {
    const texts = library.map(({ syntax }) => syntax.text).join("\n");
    expect(rows.length).toBeGreaterThan(200);
    expect(rows.map(([code]) => code).filter((code) => !texts.includes(`"${code}"`))).toEqual([]);
  });

  it("has codes in kebab-case", () => {
    expect(rows.map(([code]) => code).filter((code) => !/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(code))).toEqual([]);
  });

  it("says why in a clause of plain text, as messages have it", () => {
    const isClause = (text: string) =>
      /^[^\n`]*[^.\s]$/.test(text) && !text.includes("  ") && !/^(?:The|A|An|It) /.test(text);
    expect(rows.map(([, { why }]) => why).filter((why) => !isClause(why))).toEqual([]);
  });

  it("has the worst severity first, and each once", () => {
    const order = ["error", "warning", "note"];
    const isInOrder = ({ severities = ["error"] }: IssueRow) =>
      severities.join() === order.filter((each) => severities.some((severity) => severity === each)).join();
    expect(rows.filter(([, row]) => !isInOrder(row))).toEqual([]);
  });

  it("has sources that are pages", () => {
    const sources = rows.flatMap(([, { source }]) => source ?? []);
    expect(sources.length).toBeGreaterThan(20);
    expect(sources.filter((source) => !URL.canParse(source) || !source.startsWith("https://"))).toEqual([]);
  });
});
