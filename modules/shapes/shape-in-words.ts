import type { Shape } from "./shape";

const KINDS = {
  text: "a text",
  flag: "true or false",
  function: "a function",
  expression: "an expression",
  list: "a list",
  record: "an object",
  object: "an object",
  either: "what can stand here",
  variants: "what can stand here",
  anything: "what can stand here",
  json: "what can stand here",
} as const satisfies Readonly<Record<Exclude<Shape["kind"], "word" | "number">, string>>;

/** What a value of a shape is, for example `"a whole number"`. */
export function shapeInWords(shape: Shape): string {
  switch (shape.kind) {
    case "word":
      return shape.of.join(" or ");
    case "number":
      return { any: "a number", whole: "a whole number", count: "a whole number, zero or more" }[shape.of];
    default:
      return KINDS[shape.kind];
  }
}
