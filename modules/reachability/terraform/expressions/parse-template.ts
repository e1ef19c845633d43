import type { Expression } from "./expression";
import { readExpression } from "./expression-reader";
import { endOfExpression, matchAt } from "./expression-text";
import { withDirectives } from "./template-directives";
import type { TemplatePart } from "./template-part";

/**
 * Reads a text of Terraform's JSON, or a template: the text itself, with expressions and directives in it. What is not of
 * Terraform's language is `unsupported`.
 *
 * @example parseTemplate("${aws_vpc.main.id}")
 */
export function parseTemplate(text: string): Expression {
  if (!text.includes("{")) return { kind: "literal", value: text };
  const parts = withDirectives(partsOf(text), read);
  const [first, ...others] = parts;
  return first !== undefined && others.length === 0 ? first : { kind: "template", parts };
}

function read(text: string): Expression {
  return readExpression(text, parseTemplate);
}

function partsOf(text: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let plain = "";
  let isTrimmed = false;
  const flush = (trims: boolean) => {
    const start = isTrimmed ? plain.trimStart() : plain;
    const value = trims ? start.trimEnd() : start;
    if (value !== "") parts.push({ kind: "expression", expression: { kind: "literal", value } });
    plain = "";
  };
  for (let at = 0; at < text.length; ) {
    if (matchAt(/[$%]\{/y, text, at) === undefined) {
      const piece = matchAt(/\$\$\{|%%\{|[^$%]+|[$%]/y, text, at) ?? "";
      plain += /^(?:\$\$|%%)\{$/.test(piece) ? piece.slice(1) : piece;
      at += piece.length;
      continue;
    }
    const end = endOfExpression(text, at + 2);
    const inner = text.slice(at + 2, end);
    flush(inner.startsWith("~"));
    isTrimmed = inner.endsWith("~");
    parts.push(partOf(text.slice(at, end + 1), inner.replace(/^~/, "").replace(/~$/, ""), end < text.length));
    at = end + 1;
  }
  flush(false);
  return parts;
}

function partOf(whole: string, content: string, isClosed: boolean): TemplatePart {
  if (!isClosed) return { kind: "expression", expression: { kind: "unsupported", text: whole } };
  if (whole.startsWith("$")) return { kind: "expression", expression: read(content) };
  const [, word = "", rest = ""] = /^\s*(\w*)([\s\S]*)$/.exec(content) ?? [];
  return { kind: "directive", word, rest, text: whole };
}
