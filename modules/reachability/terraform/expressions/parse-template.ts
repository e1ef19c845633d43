import { closingOf, opensExpression } from "./closing";
import type { Expression } from "./expression";
import { readExpression } from "./expression-reader";
import { withDirectives } from "./template-directives";
import type { TemplatePart } from "./template-part";
import { matchAt } from "./text-cursor";

/**
 * Reads a text of Terraform's JSON, or a template: the text itself, with expressions and directives in it. What is not of
 * Terraform's language is `unsupported`.
 *
 * @param level how many expressions the text is in
 * @example parseTemplate("${aws_vpc.main.id}")
 */
export function parseTemplate(text: string, level = 0): Expression {
  if (!text.includes("{")) return { kind: "literal", value: text };
  const read = (content: string) => readExpression(content, parseTemplate, level);
  const parts = withDirectives(partsOf(text, read), read);
  const [first, ...others] = parts;
  return first !== undefined && others.length === 0 ? first : { kind: "template", parts };
}

function partsOf(text: string, read: (text: string) => Expression): readonly TemplatePart[] {
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
    if (!opensExpression(text, at)) {
      const piece = matchAt(/\$\$\{|%%\{|[^$%]+|[$%]/y, text, at) ?? "";
      plain += /^(?:\$\$|%%)\{$/.test(piece) ? piece.slice(1) : piece;
      at += piece.length;
      continue;
    }
    const end = closingOf("{", text, at + 2);
    const inner = text.slice(at + 2, end);
    flush(inner.startsWith("~"));
    isTrimmed = inner.endsWith("~");
    const content = inner.replace(/^~/, "").replace(/~$/, "");
    parts.push(end < text.length ? partOf(text.slice(at, end + 1), content, read) : unclosed(text.slice(at)));
    at = end + 1;
  }
  flush(false);
  return parts;
}

function partOf(whole: string, content: string, read: (text: string) => Expression): TemplatePart {
  if (whole.startsWith("$")) return { kind: "expression", expression: read(content) };
  const [, word = "", rest = ""] = /^\s*(\w*)([\s\S]*)$/.exec(content) ?? [];
  return { kind: "directive", word, rest, text: whole };
}

function unclosed(text: string): TemplatePart {
  return { kind: "expression", expression: { kind: "unsupported", text } };
}
