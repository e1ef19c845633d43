import fc from "fast-check";

/** A value of JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Names that every object has, and that no document means. */
const NAMES = ["__proto__", "constructor", "toString", "hasOwnProperty", "resolve", "length", "name", "value"];

/** Any JSON value: another type, an empty value, a reference that leads nowhere or around, names of every object. */
export const anyJson: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, 0, -1, 1e308, -1e300, "", " ", [], {}, [null], [[]], "${", "$${", "10.0.0.0/99"),
  fc.constantFrom<Json>("${a.b.c}", "${aws_vpc.none.id}", "${var.x}", "${local.x}", "a-${var.x}", ["${var.x}"]),
  fc.constantFrom<Json>("${each.value}", "${count.index}", "${self.id}", "{}", "[", "%{ if", "${concat()}"),
  fc.constantFrom<Json>('${element(["a"], 0.5)}', "${local.all}", "${jsonencode(var.x)}", "${[for x in var.y : x]}"),
  fc.constantFrom<Json>({ "${var.x}": "${var.y}" }, [{ a: "${var.x}" }], "*", "FARGATE", "arn:aws:", "::::", "\u0000"),
  fc.constantFrom(...NAMES),
  fc.constantFrom(...NAMES).map((name): Json => JSON.parse(`{${JSON.stringify(name)}: {"a": [1]}}`)),
  // A text that is the model's own stands for what nobody knows, so that it is not looked for where it was given.
  fc
    .string({ maxLength: 12 })
    .filter((text) => !text.includes("?"))
    .map((text): Json => `\${${text}}`),
  fc.jsonValue({ maxDepth: 2 }).map((value): Json => JSON.parse(JSON.stringify(value))),
);

/** Replaces the value that is met as the nth on a walk through a document. */
export function replaceNth(document: Json, nth: number, by: Json): Json {
  let left = nth;
  const walk = (value: Json): Json => {
    if (left-- === 0) return by;
    if (value === null || typeof value !== "object") return value;
    if (Array.isArray(value)) return value.map(walk);
    return Object.fromEntries(Object.entries(value).map(([name, member]): [string, Json] => [name, walk(member)]));
  };
  return walk(document);
}

/** How many values there are in a document. */
export function sizeOf(value: Json): number {
  if (value === null || typeof value !== "object") return 1;
  return Object.values(value).reduce((sum: number, member: Json) => sum + sizeOf(member), 1);
}
