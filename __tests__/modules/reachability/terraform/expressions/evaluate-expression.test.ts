import { describe, expect, it } from "vitest";
import { Budget } from "../../../../../modules/reachability/terraform/expressions/budget";
import { evaluateJson } from "../../../../../modules/reachability/terraform/expressions/evaluate-expression";
import { navigate, type ValueStep } from "../../../../../modules/reachability/terraform/expressions/navigate";
import type { FileText } from "../../../../../modules/reachability/terraform/expressions/scope";
import { symbolicJson } from "../../../../../modules/reachability/terraform/expressions/symbolic-text";
import { unknownValue, type Value, valueOfJson } from "../../../../../modules/reachability/terraform/expressions/value";

/** Values by name. Of `known` everything is known; of anything else nothing, but that `ref` is an attribute of a resource. */
const KNOWN = { list: ["a", "b"], map: { b: 2, a: 1 }, objects: [{ id: "x", on: true }, { id: "y" }], nothing: null };
const FILES: Readonly<Record<string, string>> = {
  "a.txt": "hello",
  "task.json": '[{"name": "${name}", "image": "${image}", "ports": ${jsonencode(ports)}}]',
  "lines.tpl": "%{ for x in list ~}\n${x};\n%{ endfor ~}",
};

function lookUp(name: string, steps: readonly ValueStep[]): Value {
  if (name === "known") return navigate(valueOfJson(KNOWN), steps);
  if (name === "ref") return { kind: "reference", address: "aws_vpc.main", type: "aws_vpc", attribute: "id" };
  return unknownValue(`${name} is not known`);
}

function readFile(path: string): FileText {
  const text = FILES[path];
  return text === undefined ? { because: `there is no ${path}` } : { text };
}

function evaluated(json: unknown): unknown {
  return symbolicJson(evaluateJson(json, { budget: new Budget(), lookUp, readFile }));
}

describe("an expression", () => {
  it.each([
    ["${true ? 1 : 2}", 1],
    ["${known.nothing == null ? [] : [1]}", []],
    ["${what ? ref : ref}", "${aws_vpc.main.id}"],
    ["${1 + 2 * 3 - 4 / 2}", 5],
    ["${7 % 4}", 3],
    ['${"5" + 1}', 6],
    ["${-(1 + 1)}", -2],
    ["${!false && 2 >= 2}", true],
    ["${what && false}", false],
    ["${what || true}", true],
    ['${ref != null && ref != ""}', true],
    ['${ref == "self"}', false],
    ["${ref == ref}", true],
    ["${[for x in known.list : upper(x)]}", ["A", "B"]],
    ['${[for i, x in known.list : "${i}${x}"]}', ["0a", "1b"]],
    ['${[for k, v in known.map : "${k}=${v}"]}', ["a=1", "b=2"]],
    ["${{for x in known.objects : x.id => x.id if try(x.on, false)}}", { x: "x" }],
    ['${{for x in ["a1", "a2", "b1"] : substr(x, 0, 1) => x...}}', { a: ["a1", "a2"], b: ["b1"] }],
    ["${known.objects[*].id}", ["x", "y"]],
    ["${known.objects.*.id[1]}", "y"],
    ["${known.nothing[*]}", []],
    ['${[ref, "x"][0]}', "${aws_vpc.main.id}"],
    ['${{(known.list[0]) = 1, "${known.list[1]}" = 2}}', { a: 1, b: 2 }],
    ["a%{ if known.map.a == 1 }b%{ else }c%{ endif }", "ab"],
    ["%{ for x in known.list }${x},%{ endfor }", "a,b,"],
  ])("%s is %j", (text, expected) => {
    expect(evaluated(text)).toEqual(expected);
  });

  it.each([
    "${what ? 1 : 2}",
    '${ref == "vpc-0a"}',
    "${[for x in what : x]}",
    "${[for x in known.list : x if what]}",
    "${1 / 0}",
    "${known.list[what]}",
    "${known.map.missing}",
    "${nosuch(1)}",
    "${what + 1}",
  ])("%s is not known", (text) => {
    expect(evaluated(text)).toBe("${?}");
  });

  it("leaves what is not known unknown where it stands, and nothing around it", () => {
    expect(evaluated(["${what}", { a: "${what}", b: "x-${ref}" }])).toEqual([
      "${?}",
      { a: "${?}", b: "x-${aws_vpc.main.id}" },
    ]);
    expect(evaluated("${concat([ref, what], known.list)}")).toEqual(["${aws_vpc.main.id}", "${?}", "a", "b"]);
    expect(evaluated('${jsonencode([{name = "a", image = "${ref}:1"}])}')).toBe(
      '[{"name":"a","image":"${aws_vpc.main.id}:1"}]',
    );
  });

  it("has names of members that are expressions", () => {
    expect(evaluated({ "${known.list[0]}": 1, b: 2 })).toEqual({ a: 1, b: 2 });
  });

  it("says which name keeps it unknown", () => {
    expect(evaluateJson('${upper("${ref}x")}', { budget: new Budget(), lookUp })).toMatchObject({
      because: "${aws_vpc.main.id} has its value only when Terraform runs",
    });
    expect(evaluateJson("${what ? 1 : 2}", { budget: new Budget(), lookUp })).toMatchObject({
      because: "what is not known",
    });
  });
});

describe("files", () => {
  it("are read, and templates in them carried out", () => {
    expect(evaluated('${file("a.txt")} world')).toBe("hello world");
    expect(evaluated('${templatefile("task.json", {name = "web", image = "${ref}:1", ports = [80]})}')).toBe(
      '[{"name": "web", "image": "${aws_vpc.main.id}:1", "ports": [80]}]',
    );
    expect(evaluated('${templatefile("lines.tpl", {list = known.list})}')).toBe("a;\nb;\n");
    expect(evaluated('${templatestring("$${name}:$${list[0]}", {name = ref, list = known.list})}')).toBe(
      evaluated("${ref}:${known.list[0]}"),
    );
    expect(
      evaluated('${jsondecode(templatefile("task.json", {name = "web", image = ref, ports = []}))[0].image}'),
    ).toBe("${aws_vpc.main.id}");
  });

  it("that are not there, or that nobody reads, are unknown", () => {
    expect(evaluateJson('${file("b.txt")}', { budget: new Budget(), lookUp, readFile })).toMatchObject({
      because: "there is no b.txt",
    });
    expect(evaluateJson('${file("a.txt")}', { budget: new Budget(), lookUp })).toMatchObject({
      because: 'file("a.txt") is read by Terraform only',
    });
    expect(evaluated('${templatefile("task.json", {name = "web"})}')).toContain('"image": "${?}"');
  });
});
