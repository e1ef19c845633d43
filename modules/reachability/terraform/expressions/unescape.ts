import { closingOf, opensExpression } from "./closing";

const ESCAPES: ReadonlyMap<string | undefined, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ['"', '"'],
  ["\\", "\\"],
]);

/**
 * A quoted text with its escapes carried out; those inside of an expression in it belong to that expression.
 *
 * @returns `undefined` where there is an escape that Terraform does not know
 */
export function unescapeText(text: string): string | undefined {
  let plain = "";
  if (!/[\\$%]/.test(text)) return text;
  for (let at = 0; at < text.length; at++) {
    if (opensExpression(text, at)) {
      const end = closingOf("{", text, at + 2);
      plain += text.slice(at, end + 1);
      at = end;
    } else if (text[at] === "\\") {
      at++;
      const code = text[at] === "u" ? /^[0-9a-fA-F]{4}$/.exec(text.slice(at + 1, at + 5))?.[0] : undefined;
      const meant = code === undefined ? ESCAPES.get(text[at]) : String.fromCharCode(Number.parseInt(code, 16));
      if (meant === undefined) return undefined;
      if (code !== undefined) at += code.length;
      plain += meant;
    } else {
      const end = nextSpecial(text, at + 1);
      plain += text.slice(at, end);
      at = end - 1;
    }
  }
  return plain;
}

function nextSpecial(text: string, start: number): number {
  let at = start;
  while (at < text.length && text[at] !== "\\" && !opensExpression(text, at)) at++;
  return at;
}
