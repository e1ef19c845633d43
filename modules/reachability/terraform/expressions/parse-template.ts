import type { Expression } from "./expression";
import { readExpression } from "./expression-reader";

/**
 * Reads a text of Terraform's JSON: the text itself, with expressions in it.
 *
 * Read exactly: references, literals, lists, objects and function calls. Any other expression is `unsupported`.
 *
 * @example parseTemplate("${aws_vpc.main.id}")
 */
export function parseTemplate(text: string): Expression {
  if (!text.includes("{")) return { kind: "literal", value: text };
  const parts: Expression[] = [];
  let plain = "";
  let at = 0;
  while (at < text.length) {
    const two = text.slice(at, at + 2);
    const three = text.slice(at, at + 3);
    if (three === "$${" || three === "%%{") {
      plain += three.slice(1);
      at += 3;
    } else if (two === "${" || two === "%{") {
      const end = endOfExpression(text, at + 2);
      if (plain !== "") parts.push({ kind: "literal", value: plain });
      plain = "";
      const isWhole = two === "${" && end < text.length;
      parts.push(
        isWhole
          ? readExpression(text.slice(at + 2, end), parseTemplate)
          : { kind: "unsupported", text: text.slice(at, end + 1) },
      );
      at = end + 1;
    } else {
      plain += text[at];
      at++;
    }
  }
  if (plain !== "") parts.push({ kind: "literal", value: plain });
  const [first, ...others] = parts;
  return first !== undefined && others.length === 0 ? first : { kind: "template", parts };
}

/** Where the closing brace is, or the end of the text where there is none. Braces in quoted text do not count, unless they belong to an expression in it. */
function endOfExpression(text: string, start: number): number {
  const open: ("{" | '"')[] = ["{"];
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (open.at(-1) === '"') {
      if (character === "\\") at++;
      else if (character === '"') open.pop();
      else if ((character === "$" || character === "%") && text[at + 1] === "{") {
        open.push("{");
        at++;
      }
    } else if (character === '"' || character === "{") open.push(character);
    else if (character === "}") {
      open.pop();
      if (open.length === 0) return at;
    }
  }
  return text.length;
}
