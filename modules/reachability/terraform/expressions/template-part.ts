import type { Expression } from "./expression";

/** A part of a template: text or an expression, or a directive such as `if` or `endfor`. */
export type TemplatePart =
  | { readonly kind: "expression"; readonly expression: Expression }
  | { readonly kind: "directive"; readonly word: string; readonly rest: string; readonly text: string };
