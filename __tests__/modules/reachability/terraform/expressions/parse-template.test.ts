import { describe, expect, it } from "vitest";
import { parseTemplate } from "../../../../../modules/reachability/terraform/expressions/parse-template";

const literal = (value: unknown) => ({ kind: "literal", value });
const member = (name: string) => ({ kind: "member", name });

describe("parseTemplate", () => {
  it("reads text without expressions as it is", () => {
    expect(parseTemplate("plain { text }")).toMatchObject(literal("plain { text }"));
    expect(parseTemplate('{"a":{"b":1}}')).toMatchObject(literal('{"a":{"b":1}}'));
  });

  it.each([
    ["${aws_vpc.main.id}", "aws_vpc", [member("main"), member("id")]],
    ["${ aws_vpc.network_vpc-a_3B.id }", "aws_vpc", [member("network_vpc-a_3B"), member("id")]],
    ["${data.aws_region.here.name}", "data", [member("aws_region"), member("here"), member("name")]],
    ["${aws_subnet.a[0].id}", "aws_subnet", [member("a"), { kind: "index", index: literal(0) }, member("id")]],
    ['${aws_subnet.a["x.y"].id}', "aws_subnet", [member("a"), { kind: "index", index: literal("x.y") }, member("id")]],
    ["${aws_subnet.a[*].id}", "aws_subnet", [member("a"), { kind: "splat" }, member("id")]],
    ["${aws_subnet.a.*.id}", "aws_subnet", [member("a"), { kind: "splat" }, member("id")]],
    ["${aws_subnet.a.0.id}", "aws_subnet", [member("a"), { kind: "index", index: literal(0) }, member("id")]],
    ["${each.value.c}", "each", [member("value"), member("c")]],
  ])("reads the reference %s", (text, name, steps) => {
    expect(parseTemplate(text)).toEqual({ kind: "name", name, steps });
  });

  it("reads text around expressions, and escapes that are none", () => {
    expect(parseTemplate("a-${var.x}-$${b}-%%{c}")).toEqual({
      kind: "template",
      parts: [literal("a-"), { kind: "name", name: "var", steps: [member("x")] }, literal("-${b}-%{c}")],
    });
  });

  it("reads calls, lists, objects and texts", () => {
    expect(parseTemplate('${toset(["a", "b"])}')).toMatchObject({
      kind: "call",
      name: "toset",
      arguments: [{ kind: "list", items: [literal("a"), literal("b")] }],
    });
    expect(parseTemplate('${jsonencode({"a" = 1, b = true, "c" = "x${var.y}\\"", d = null, e = -1.5})}')).toMatchObject(
      {
        arguments: [
          {
            kind: "object",
            members: [
              [literal("a"), literal(1)],
              [literal("b"), literal(true)],
              [literal("c"), { kind: "template", parts: [literal("x"), { kind: "name" }, literal('"')] }],
              [literal("d"), literal(null)],
              [literal("e"), literal(-1.5)],
            ],
          },
        ],
      },
    );
    expect(parseTemplate("${jsonencode({\n  a = 1\n  b = [\n    2,\n  ]\n})}")).toMatchObject({
      arguments: [
        {
          members: [
            [literal("a"), literal(1)],
            [literal("b"), { items: [literal(2)] }],
          ],
        },
      ],
    });
    expect(parseTemplate('${element(split(",", var.x), 0).id}')).toMatchObject({ kind: "call", steps: [member("id")] });
  });

  it.each([
    ["${var.x ? 1 : 2}", { kind: "conditional", chosen: literal(1), otherwise: literal(2) }],
    ["${a + b * c}", { kind: "operation", operator: "+", right: { kind: "operation", operator: "*" } }],
    ["${!a && b == c}", { kind: "operation", operator: "&&", left: { kind: "unary" }, right: { operator: "==" } }],
    ["${-var.x}", { kind: "unary", operator: "-" }],
    ["${[for s in var.x : s.id]}", { kind: "for", value: "s", grouped: false }],
    ["${{for k, v in a : v => k... if v != null}}", { kind: "for", key: "k", value: "v", grouped: true }],
    ["${(a ? b : c)[0].d}", { kind: "path", steps: [{ kind: "index" }, member("d")] }],
    ["${a.b.*.c[0]}", { kind: "path", of: { kind: "name" }, steps: [{ kind: "index" }] }],
    ["${f(a, b...)}", { kind: "call", expands: true }],
    ["%{ if var.x }a%{ else }b%{ endif }", { kind: "conditional" }],
    ["%{ for x in y }${x}%{ endfor }", { kind: "call", name: "join" }],
    ['${a # a "comment }\n}', { kind: "name", name: "a" }],
  ])("reads %s", (text, expected) => {
    expect(parseTemplate(text)).toMatchObject(expected);
  });

  it("reads a heredoc in an expression, without the indentation that its lines share", () => {
    const text = '${jsonencode({\n  a = <<-EOT\n    x ${y}\n      "}"\n  EOT\n  b = 1\n})}';
    expect(parseTemplate(text)).toMatchObject({
      arguments: [
        {
          members: [
            [literal("a"), { parts: [literal("x "), { kind: "name", name: "y" }, literal('\n  "}"\n')] }],
            [literal("b"), literal(1)],
          ],
        },
      ],
    });
  });

  it.each([
    "${}",
    "${var.x",
    "${f(}",
    "${a b}",
    "${a ? b}",
    "${[for x y : z]}",
    '${"a}',
    "%{ if a }b",
    "%{ endfor }",
    "%{ what }",
  ])("does not guess what %s is", (text) => {
    expect(JSON.stringify(parseTemplate(text))).toContain('"kind":"unsupported"');
  });

  it.each([
    ["brackets", `\${${"(".repeat(5000)}1${")".repeat(5000)}}`],
    ["directives", `${"%{ if a }".repeat(5000)}x${"%{ endif }".repeat(5000)}`],
    ["conditions", `\${${"a ? b : ".repeat(5000)}c}`],
    ["signs", `\${${"!".repeat(5000)}a}`],
    ["quotes", `${'${"'.repeat(5000)}a${'"}'.repeat(5000)}`],
  ])("does not read %s within each other without end", (_, text) => {
    expect(JSON.stringify(parseTemplate(text))).toContain('"kind":"unsupported"');
  });

  it("finds the end of an expression behind braces and quotes in it", () => {
    expect(parseTemplate('${f("}")}-${g({a = "{"})}')).toMatchObject({
      kind: "template",
      parts: [{ name: "f" }, literal("-"), { name: "g" }],
    });
  });
});
