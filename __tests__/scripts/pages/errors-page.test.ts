import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { ISSUE_TABLE } from "../../../modules/issues/table/issue-table";
import { errorsPage } from "../../../scripts/pages/errors-page";
import { headingAnchor } from "../../../scripts/pages/heading-anchor";

const PROJECT = join(__dirname, "../../..");
const PAGE = errorsPage();
const headings = Array.from(PAGE.matchAll(/^#{1,6} (.+)$/gm), ([, heading = ""]) => heading);
const anchors = headings.map(headingAnchor);

describe("docs/errors.md", () => {
  it("is what the issue table says (run npm run docs after a change)", () => {
    expect(readFileSync(join(PROJECT, "docs/errors.md"), "utf8")).toBe(PAGE);
  });

  it("has one entry for every code, at the anchor of its name", () => {
    const codes = Array.from(PAGE.matchAll(/^### (.+)$/gm), ([, code = ""]) => code);
    expect(codes.toSorted()).toEqual(Object.keys(ISSUE_TABLE).sort());
    expect(codes.map(headingAnchor)).toEqual(codes);
  });

  it("has no two headings with one anchor", () => {
    expect(anchors.filter((anchor, index) => anchors.indexOf(anchor) < index)).toEqual([]);
  });

  it("says of an entry what, why and how to fix it, and how bad it is unless it is an error", () => {
    expect(PAGE).toContain(
      [
        "### acceptance-unused",
        "",
        "A finding is accepted, and there is no such finding.",
        "",
        "- **Severity**: warning",
        "- **Why**: It would silence the finding if it ever came up.",
        "- **Fix**: Remove the acceptance.",
        "",
      ].join("\n"),
    );
    expect(PAGE).toContain(
      "### family-invalid\n\nThe family of a task has characters that ECS does not take, is empty, or is too long.\n\n- **Why**",
    );
  });

  it("has links that lead somewhere", () => {
    const links = Array.from(PAGE.matchAll(/\]\(([^)]+)\)/g), ([, link = ""]) => link);
    const inPage = links.filter((link) => link.startsWith("#"));
    expect(inPage.length).toBeGreaterThan(10);
    expect(inPage.filter((link) => !anchors.includes(link.slice(1)))).toEqual([]);
    const others = links.filter((link) => !link.startsWith("#") && !link.startsWith("https://"));
    expect(others.length).toBeGreaterThan(0);
    expect(others.filter((link) => !existsSync(join(PROJECT, "docs", link.replace(/#.*/, ""))))).toEqual([]);
  });
});

it("links of other pages to docs/errors.md lead to it, and to a heading where they name one", () => {
  const pages = [
    ...readdirSync(PROJECT),
    ...readdirSync(join(PROJECT, "docs"), { recursive: true, encoding: "utf8" }).map((name) => join("docs", name)),
  ].filter((name) => name.endsWith(".md"));
  expect(pages).toContain("README.md");
  const links = pages.flatMap((page) =>
    Array.from(
      readFileSync(join(PROJECT, page), "utf8").matchAll(/\]\(([^)#\s]*errors\.md)(?:#([^)]*))?\)/g),
      ([, target = "", anchor]) => ({ page, target, anchor }),
    ),
  );
  const broken = links.filter(
    ({ page, target, anchor }) =>
      join(dirname(page), target) !== join("docs", "errors.md") || (anchor !== undefined && !anchors.includes(anchor)),
  );
  expect(broken).toEqual([]);
});
