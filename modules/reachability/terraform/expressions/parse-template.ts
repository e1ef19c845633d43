import { closingOf } from "./closing";
import type { Expression } from "./expression";
import { readExpression } from "./expression-reader";

/**
 * Reads a text of Terraform's JSON: the text itself, with expressions in it.
 *
 * Read exactly: references, literals, lists, objects and function calls. Any other expression is `unsupported`.
 *
 * @param level how many expressions the text is in
 * @example parseTemplate("${aws_vpc.main.id}")
 */
export function parseTemplate(text: string, level = 0): Expression {
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
      const end = closingOf("{", text, at + 2);
      if (plain !== "") parts.push({ kind: "literal", value: plain });
      plain = "";
      const isWhole = two === "${" && end < text.length;
      parts.push(
        isWhole
          ? readExpression(text.slice(at + 2, end), parseTemplate, level)
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
