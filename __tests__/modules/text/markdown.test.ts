import { describe, expect, it } from "vitest";
import { code, prose, table } from "../../../modules/text/markdown";

describe("Markdown", () => {
  it.each([
    ["aws_vpc.main", "`aws_vpc.main`"],
    ['aws_vpc_endpoint.this["a"]', '`aws_vpc_endpoint.this["a"]`'],
    ["a`b", "`` a`b ``"],
    ["``", "``` `` ```"],
    ["a\nb", "`a b`"],
    ["", ""],
  ])("has %j as code", (text, expected) => {
    expect(code(text)).toBe(expected);
  });

  it.each([
    ["private_dns_enabled = true", "private\\_dns\\_enabled = true"],
    ["<b>*x*</b> & [y](z) ~~a~~ #1 `c` \\", "\\<b\\>\\*x\\*\\</b\\> \\& \\[y\\](z) \\~\\~a\\~\\~ \\#1 \\`c\\` \\\\"],
    ["${var.a_b} and ${var.c}", "`${var.a_b}` and `${var.c}`"],
    ["a\nb", "a b"],
  ])("has %j as text", (text, expected) => {
    expect(prose(text)).toBe(expected);
  });

  it("has tables with a line below the heading, and keeps a pipe from ending a cell", () => {
    const rows = [["`a|b`", "c"]];
    expect(table(["First", "Second"], rows)).toBe("| First | Second |\n| --- | --- |\n| `a\\|b` | c |");
  });
});
