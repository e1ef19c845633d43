import { expect, it } from "vitest";
import { adoptionFile, adoptionOf } from "../../../modules/adoption/adoption-file";
import type { ResourceOfPlan } from "../../../modules/adoption/resources-of-plan";

const role = (address: string, name: string): ResourceOfPlan => ({
  address: `aws_iam_role.${address}`,
  type: "aws_iam_role",
  values: { name },
  unknown: new Set(),
  references: new Map(),
});
const adoption = adoptionOf(
  {
    leaving: [role("old", "task"), role("gone", "gone")],
    forgotten: [role("let_go", "let-go")],
    arriving: [role("new", "task"), role("there", "there"), { ...role("made", ""), values: {} }],
    staying: [],
    moved: [{ from: "aws_vpc.a", to: "aws_vpc.b" }],
    importing: [{ to: "aws_vpc.c", id: "vpc-1" }],
  },
  { said: new Map(), exists: new Set(["aws_iam_role.there", "aws_iam_role.made"]) },
);

it("takes each resource over once, or says what becomes of it", () => {
  expect(adoption).toEqual({
    moved: [
      "moved {\n  from = aws_vpc.a\n  to   = aws_vpc.b\n}",
      "moved {\n  from = aws_iam_role.old\n  to   = aws_iam_role.new\n}",
    ],
    imports: [
      'import {\n  to = aws_vpc.c\n  id = "vpc-1"\n}',
      'import {\n  to = aws_iam_role.there\n  id = "there"\n}',
    ],
    removed: [],
    left: ["aws_iam_role.gone"],
    forgotten: ["aws_iam_role.let_go"],
    unmanaged: [],
    unidentified: ["aws_iam_role.made"],
  });
});

it("ends the file with what is not taken over, as comments", () => {
  const file = adoptionFile({ ...adoption, removed: ["removed {}"], unmanaged: ["egress of everything"] });
  expect(file).toContain("\n\nremoved {}\n\n#");
  expect(file.split("\n\n").at(-1)?.split("\n")).toEqual([
    "# not taken over, and destroyed by an apply: aws_iam_role.gone",
    "# not taken over, and left in the account by its block removed: aws_iam_role.let_go",
    "# stays in the account, and nothing manages it, so revoke it after the apply: egress of everything",
    "# exists, and nothing here says its id: write an import block for aws_iam_role.made",
    "",
  ]);
});
