import { isCapitalWord, placeholderAt } from "../values/placeholder";

/** Where an expression or a placeholder ends that stands in a template where JSON has a value; `undefined` where none starts. */
export function expressionEnd(text: string, start: number): number | undefined {
  if (text.startsWith("${", start)) return closing(text, start + 1, "{", "}");
  if (text.startsWith("{{", start)) return after(text, "}}", start);
  if (text[start] === "{") return undefined;
  const length = placeholderAt(text, start);
  if (length > 0) return start + length;
  CAPITALS.lastIndex = start;
  const [word = ""] = CAPITALS.exec(text) ?? [];
  return isCapitalWord(word) ? start + word.length : undefined;
}

/** Where a directive of Terraform's templates or of Jinja's ends, as `%{ if x }` and `{% endif %}`; `undefined` where none starts. */
export function directiveEnd(text: string, start: number): number | undefined {
  if (text.startsWith("%{", start)) return closing(text, start + 1, "{", "}");
  if (text.startsWith("{%", start)) return after(text, "%}", start);
  return text.startsWith("{#", start) ? after(text, "#}", start) : undefined;
}

/** Whether a text has what only a template has. */
export function hasTemplateMarks(text: string): boolean {
  return /[$%]\{|\{[{%#]|\$[A-Za-z_(]|<[A-Za-z]|%[A-Za-z_]\w+%|__[A-Z]|@@|:\s*[A-Z]{2}/.test(text);
}

const CAPITALS = /[A-Z][A-Z0-9_-]*/y;

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
