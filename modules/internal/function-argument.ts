import { Fn, ref, Token } from "cdktf";
import { templateParts } from "../values/template-parts";

/**
 * A text as an argument of Terraform's functions and operators. cdktf takes a `${…}` that somebody has written for text there, and
 * warns of a token within a text, so Terraform joins the parts.
 */
export function functionArgument(text: string): string {
  const parts = templateParts(text);
  if (parts.every(({ opening }) => opening === undefined)) return text;
  // cdktf has no way to pass on a directive.
  if (parts.some(({ opening }) => opening === "%{")) return text;
  const [first = "", ...others] = parts.map(({ text: part, opening }) =>
    opening === undefined || Token.isUnresolved(part) ? part : Token.asString(ref(bracketed(part.slice(2, -1)))),
  );
  return others.length === 0 ? first : Fn.join("", [first, ...others]);
}

/** An expression that stands for one value, whatever operator is beside it. */
function bracketed(expression: string): string {
  return /^\s*[\w.[\]"*-]+\s*$/.test(expression) ? expression.trim() : `(${expression})`;
}
