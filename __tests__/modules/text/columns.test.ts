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

  it("breaks the words of a cell where a line has no room for all", () => {
    const rows = [
      ["s3", "ECR keeps image layers in S3", "4.00"],
      ["logs", "it writes", "11.00"],
    ];
    expect(inColumns(rows, (column) => column === 2, 30)).toEqual([
      "  s3    ECR keeps image   4.00",
      "        layers in S3",
      "  logs  it writes        11.00",
    ]);
    expect(inColumns(rows, (column) => column === 2, 80)).toEqual(inColumns(rows, (column) => column === 2));
  });

  it("puts an address whole below what it belongs to, where there is no room beside it", () => {
    const place = "containerDefinitions[0].secrets[0]";
    expect(inColumns([["ssm", "Interface", "the value is fetched", place]], undefined, 50)).toEqual([
      "  ssm  Interface  the value is fetched",
      `                ${place}`,
    ]);
  });

  it("shows what cannot be broken as it is, however narrow the terminal", () => {
    const lines = inColumns([["aws_vpc_endpoint.logs", "aws_vpc_endpoint.ssm"]], undefined, 10);
    expect(lines).toEqual(["  aws_vpc_endpoint.logs  aws_vpc_endpoint.ssm"]);
  });
});
