import { describe, expect, it } from "vitest";
import { expressionsAsTexts } from "../../../../modules/task/json/expressions-as-texts";

describe("expressionsAsTexts", () => {
  it.each([
    ["a number", '{ "cpu": ${var.cpu}, "memory": 512 }', { cpu: "${var.cpu}", memory: 512 }],
    ["an element of a list", "[${local.proxy}, {}]", ["${local.proxy}", {}]],
    [
      "a value in a module",
      '{"a":${module.web[0].aws_lb.own.dns_name}}',
      { a: "${module.web[0].aws_lb.own.dns_name}" },
    ],
    [
      "a value beside one in a text",
      '{"a":"x ${var.a} \\" ${var.b}","c":${var.c}}',
      { a: 'x ${var.a} " ${var.b}', c: "${var.c}" },
    ],
  ])("makes a text of an expression in the place of %s", (_, json, value) => {
    expect(JSON.parse(expressionsAsTexts(json))).toEqual(value);
  });

  it.each(['{"a":"${var.a}"}', '{"a":"\\\\","b":"${var.b}"}', "[1, 2]", "${", '{"a": "${var.a}'])(
    "leaves %s as it is",
    (json) => {
      expect(expressionsAsTexts(json)).toBe(json);
    },
  );

  it("takes no longer where quotes are not closed", () => {
    const json = '\\"'.repeat(200_000);
    const start = performance.now();
    expect(expressionsAsTexts(`"${json}`)).toBe(`"${json}`);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
