import { endOfExpression, endOfQuoted, matchAt } from "./expression-text";
import { NotReadable, type TextCursor } from "./text-cursor";

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ['"', '"'],
  ["\\", "\\"],
]);

/** The content of the quoted text that comes next. Expressions in it are left as they are. */
export function takeQuoted(cursor: TextCursor): string {
  const { text, at } = cursor;
  const end = endOfQuoted(text, at);
  if (end >= text.length) throw new NotReadable();
  cursor.at = end + 1;
  return unescaped(text.slice(at + 1, end));
}

/** The content of the heredoc that comes next, `<<-` without the indentation that all lines share. */
export function takeHeredoc(cursor: TextCursor): string | undefined {
  const start = cursor.match(/<<-?[A-Za-z_][\w-]*\r?\n/y);
  if (start === undefined) return undefined;
  const [, dash = "", word = ""] = /^<<(-?)([\w-]+)/.exec(start) ?? [];
  const lines: string[] = [];
  for (;;) {
    const line = cursor.match(/[^\n]*(?:\n|$)/y) ?? "";
    if (line.trim() === word) {
      // The end of the line separates what follows.
      cursor.at -= line.length - line.trimEnd().length;
      break;
    }
    if (cursor.isAtEnd) throw new NotReadable();
    lines.push(line.replace("\r\n", "\n"));
  }
  const indents = lines.filter((line) => line.trim() !== "").map(indentOf);
  const width = dash === "" ? 0 : Math.min(...indents);
  return lines.map((line) => line.slice(Math.min(width, indentOf(line)))).join("");
}

function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].length ?? 0;
}

/** The escapes of a quoted text. Those inside of an expression in it belong to that expression. */
function unescaped(text: string): string {
  let plain = "";
  for (let at = 0; at < text.length; ) {
    const piece = pieceAt(text, at);
    plain += piece.startsWith("\\") ? meaningOf(piece.slice(1)) : piece;
    at += piece.length;
  }
  return plain;
}

/** An escape, a whole expression, or the text up to either. */
function pieceAt(text: string, at: number): string {
  const escaped = matchAt(/\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[\s\S])/y, text, at);
  if (escaped !== undefined) return escaped;
  // "$${" stands for "${" itself, and begins no expression.
  if (matchAt(/[$%]\{/y, text, at) !== undefined) return text.slice(at, endOfExpression(text, at + 2) + 1);
  return matchAt(/(?:\$\$\{|%%\{|[^\\$%])+|[$%]/y, text, at) ?? "";
}

function meaningOf(escaped: string): string {
  if (escaped.length > 1) return String.fromCodePoint(Number.parseInt(escaped.slice(1), 16));
  const meant = ESCAPES.get(escaped);
  if (meant === undefined) throw new NotReadable();
  return meant;
}
