/**
 * Where what is open at a place in a template closes: a brace, or a quoted text. The end of the text where it does not.
 *
 * Braces in quoted text do not count, unless they belong to an expression in it.
 */
export function closingOf(opened: "{" | '"', text: string, start: number): number {
  const open: ("{" | '"')[] = [opened];
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    const isQuoted = open.at(-1) === '"';
    if (isQuoted && character === "\\") at++;
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

/** Whether an expression or a directive starts at a place. */
export function opensExpression(text: string, at: number): boolean {
  return (text[at] === "$" || text[at] === "%") && text[at + 1] === "{";
}
