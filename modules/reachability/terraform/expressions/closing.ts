import { matchAt } from "./text-cursor";

const COMMENT = /#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
const HEREDOC = /<<-?([A-Za-z_][\w-]*)\r?\n[\s\S]*?^[ \t]*\1\b/my;

/**
 * Where what is open at a place in a template closes: a brace, or a quoted text. The end of the text where it does not.
 *
 * Braces in quoted text, in comments and in heredocs do not count, unless they belong to an expression in it.
 */
export function closingOf(opened: "{" | '"', text: string, start: number): number {
  const open: ("{" | '"')[] = [opened];
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    const isQuoted = open.at(-1) === '"';
    const skipped = isQuoted ? undefined : (matchAt(COMMENT, text, at) ?? matchAt(HEREDOC, text, at));
    if (skipped !== undefined) at += skipped.length - 1;
    else if (isQuoted && character === "\\") at++;
    else if (character === (isQuoted ? '"' : "}")) {
      open.pop();
      if (open.length === 0) return at;
    } else if (isQuoted && opensExpression(text, at)) {
      open.push("{");
      at++;
    } else if (!isQuoted && (character === '"' || character === "{")) open.push(character);
  }
  return text.length;
}

/** Whether an expression or a directive starts at a place. `$${` stands for `${` itself. */
export function opensExpression(text: string, at: number): boolean {
  const character = text[at];
  return (character === "$" || character === "%") && text[at + 1] === "{" && text[at - 1] !== character;
}
