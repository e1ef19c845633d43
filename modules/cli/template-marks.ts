import { isCapitalWord, placeholderAt } from "../values/placeholder";

/** Where an expression or a placeholder ends that stands in a template where JSON has a value; `undefined` where none starts. */
export function expressionEnd(text: string, start: number): number | undefined {
  if (text.startsWith("${", start)) return closing(text, start + 1, "{", "}");
  // A third brace may be that of an object.
  if (text.startsWith("{{{", start)) return matchEnd(IN_THREE_BRACES, text, start);
  if (text.startsWith("{{", start)) return after(text, "}}", start);
  if (text.startsWith("<%", start)) return after(text, "%>", start);
  if (text[start] === "{") return undefined;
  const length = placeholderAt(text, start);
  if (length > 0) return start + length;
  const end = matchEnd(CAPITALS, text, start);
  return end !== undefined && isCapitalWord(text.slice(start, end)) ? end : undefined;
}

/**
 * Where a directive ends: of Terraform's templates or of Jinja's, as `%{ if x }` and `{% endif %}`, of Go's or Handlebars, as
 * `{{ if x }}` and `{{#x}}`, or of ERB, as `<% if x %>`; `undefined` where none starts.
 */
export function directiveEnd(text: string, start: number): number | undefined {
  if (text.startsWith("%{", start)) return closing(text, start + 1, "{", "}");
  if (text.startsWith("{%", start)) return after(text, "%}", start);
  if (text.startsWith("{#", start)) return after(text, "#}", start);
  if (text.startsWith("<%", start)) return text[start + 2] === "=" ? undefined : after(text, "%>", start);
  return matchEnd(IN_BRACES, text, start) === undefined ? undefined : after(text, "}}", start);
}

const IN_THREE_BRACES = /\{{3}[^{}"\r\n]*\}{3}/y;

/** A word of Go's templates that begins, parts or ends a block, an assignment, or a section of Handlebars; each may be a comment. */
const IN_BRACES =
  /\{\{[-~]?\s*(?:[#/^!]|(?:if|range|with|define|block)\s+[^\s|}]|(?:else|end)(?=[\s}~-])|\$\w+(?:,\s*\$\w+)?\s*:?=)/y;

/** Whether a directive begins a branch, or parts one from another. */
export function isBranch(directive: string): boolean {
  return /^(?:\{\{[-~]?\s*[#^]|[<{%][{%][-~]?\s*(?:else\s+)?(?:if|else|elif|elsif|unless)\b)/.test(directive);
}

/** Whether a text has what only a template has. */
export function hasTemplateMarks(text: string): boolean {
  return /[$%]\{|\{[{%#]|<%|\$[A-Za-z_(]|<[A-Za-z]|%[A-Za-z_]\w+%|__[A-Z]|@@|:\s*[A-Z]{2}/.test(text);
}

const CAPITALS = /[A-Z][A-Z0-9_-]*/y;

/** Where what matches at a place of a text ends; `undefined` where nothing does. */
function matchEnd(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function closing(text: string, start: number, open: string, close: string): number | undefined {
  let depth = 0;
  for (let index = start; index < text.length; index++) {
    if (text[index] === open) depth++;
    else if (text[index] === close && --depth === 0) return index + 1;
  }
  return undefined;
}

function after(text: string, end: string, start: number): number | undefined {
  const index = text.indexOf(end, start + 2);
  return index < 0 ? undefined : index + end.length;
}
