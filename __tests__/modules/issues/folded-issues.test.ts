import { describe, expect, it } from "vitest";
import { foldedIssues } from "../../../modules/issues/folded-issues";
import { issue } from "../../../modules/issues/issue";

const overlap = (path: string, fix = "f", why = "w") => issue("subnets-overlap", { path, problem: "p", why, fix });

describe("foldedIssues", () => {
  it("tells what has one cause once, with the places of the others", () => {
    const [first, ...others] = foldedIssues(Array.from({ length: 50 }, (_, index) => overlap(`place ${index}`)));
    expect(others).toEqual([]);
    expect(first).toMatchObject({ path: "place 0" });
    expect(first?.others).toHaveLength(49);
  });

  it("tells apart what has another code, another reason, or is accepted", () => {
    const accepted = { ...overlap("d"), accepted: "meant" };
    const all = [
      overlap("a"),
      overlap("b", "f", "another"),
      issue("family-missing", { problem: "p", fix: "f" }),
      accepted,
    ];
    expect(foldedIssues(all)).toEqual(all);
  });

  it("tells a few in full where their fixes differ, and the places of the rest", () => {
    const found = foldedIssues(Array.from({ length: 500 }, (_, index) => overlap(`place ${index}`, `fix ${index}`)));
    expect(found.map(({ fix }) => fix)).toEqual(["fix 0", "fix 1", "fix 2"]);
    expect(found.map(({ others = [] }) => others.length)).toEqual([0, 0, 497]);
  });

  it("names no place twice, and the problem where an issue has no place", () => {
    const nowhere = { code: "a", problem: "elsewhere", why: "w", fix: "f" };
    const [folded] = foldedIssues([{ ...nowhere, path: "x" }, { ...nowhere, path: "x" }, nowhere, nowhere]);
    expect(folded?.others).toEqual(["elsewhere"]);
  });
});
