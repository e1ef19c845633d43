import { expect, test } from "vitest";
import { renderTable } from "../../../scripts/emulator/table";

test("columns are as wide as their content, rows are sorted, empty sections are left out", () => {
  const table = renderTable([
    {
      heading: ["VPC", "CIDR"],
      rows: [
        ["main", "10.0.0.0/16"],
        [undefined, "10.1.0.0/16"],
      ],
    },
    { heading: ["Subnet"], rows: [] },
    { heading: ["Cluster", "Status"], rows: [["a-long-name", "ACTIVE"]] },
  ]);
  expect(table.split("\n")).toEqual([
    "  VPC   CIDR",
    "        10.1.0.0/16",
    "  main  10.0.0.0/16",
    "",
    "  Cluster      Status",
    "  a-long-name  ACTIVE",
  ]);
});

test("nothing is an empty text", () => {
  expect(renderTable([{ heading: ["VPC"], rows: [] }])).toBe("");
});
