import { closingOf } from "./closing";
import { NotReadable, type TextCursor } from "./text-cursor";
import { unescapeText } from "./unescape";

/** The content of the quoted text that comes next. Expressions in it are left as they are. */
export function takeQuoted(cursor: TextCursor): string {
  const { text, at } = cursor;
  const end = closingOf('"', text, at + 1);
  const content = end < text.length ? unescapeText(text.slice(at + 1, end)) : undefined;
  if (content === undefined) throw new NotReadable();
  cursor.at = end + 1;
  return content;
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
