import { describe, expect, it } from "vitest";
import { inColumns } from "../../../modules/text/columns";

describe("inColumns", () => {
  it("makes every column as wide as its content, and leaves no space at the end of a line", () => {
    expect(
      inColumns([
        ["s3", "Gateway", ""],
        ["ecr.api", "", "why"],
      ]),
    ).toEqual(["  s3       Gateway", "  ecr.api           why"]);
  });

  it("shows a cell without a value empty, and takes rows of different lengths", () => {
    expect(inColumns([[undefined, "b"], ["aa"], []])).toEqual(["      b", "  aa", ""]);
  });

  it("puts numbers under one another", () => {
    const rows = [
      ["plan", "9"],
      ["prove", "100"],
    ];
    expect(inColumns(rows, (column) => column > 0)).toEqual(["  plan     9", "  prove  100"]);
  });
});
