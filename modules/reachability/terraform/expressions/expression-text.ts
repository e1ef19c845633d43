/** Where something is in a text of Terraform's language, found without reading what it means. */

const COMMENT = /#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
const HEREDOC = /<<-?([A-Za-z_][\w-]*)\r?\n[\s\S]*?^[ \t]*\1\b/my;

/** Where an expression in a template ends: its closing brace, or the end of the text where there is none. */
export function endOfExpression(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    const skipped = matchAt(COMMENT, text, at) ?? matchAt(HEREDOC, text, at);
    if (skipped !== undefined) at += skipped.length - 1;
    else if (character === '"') at = endOfQuoted(text, at);
    else if (character === "{") depth++;
    else if (character === "}" && depth-- === 0) return at;
  }
  return text.length;
}

/** Where a quoted text ends: its closing quote, or the end of the text where there is none. */
export function endOfQuoted(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at];
    if (character === "\\") at++;
    else if (character === '"') return at;
    else if ((character === "$" || character === "%") && text[at + 1] === "{") {
      if (text[at - 1] !== character) at = endOfExpression(text, at + 2);
    }
  }
  return text.length;
}

/** What a pattern with the flag `y` finds at a place. */
export function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
