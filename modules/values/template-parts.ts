/** A part of a text that Terraform may fill in. */
export interface TextPart {
  /** As it is written. */
  readonly text: string;
  /** The opening of what Terraform works out: an expression, or a directive. @default - the part is text */
  readonly opening?: "${" | "%{";
}

/**
 * The parts of a text in their order: what stands there, and each `${…}` and `%{…}`, whole. A bracket that is not closed reaches to
 * the end.
 */
export function templateParts(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const opening = openingAt(text, index);
    if (opening === undefined) continue;
    if (index > start) parts.push({ text: text.slice(start, index) });
    start = endOfBracket(text, index + 1);
    parts.push({ text: text.slice(index, start), opening });
    index = start - 1;
  }
  if (start < text.length) parts.push({ text: text.slice(start) });
  return parts;
}

function openingAt(text: string, index: number): TextPart["opening"] {
  const two = text.slice(index, index + 2);
  return two === "${" || two === "%{" ? two : undefined;
}

/** The position after the bracket that closes the one at a position. */
function endOfBracket(text: string, open: number): number {
  let depth = 0;
  for (let index = open; index < text.length; index++) {
    if (text[index] === "{") depth++;
    else if (text[index] === "}") depth--;
    if (depth === 0) return index + 1;
  }
  return text.length;
}
