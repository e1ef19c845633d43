/** The text is no expression of the kind that is read. */
export class NotReadable extends Error {}

/** A place in a text that moves from its start to its end. */
export class TextCursor {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** Moves behind white space and comments. */
  space(): void {
    // Between most of what is read there is none, and a pattern takes longer to find that out.
    if (isNoSpace(this.text.charCodeAt(this.at))) return;
    this.match(/(?:\s|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y);
  }

  /** Moves behind what a pattern with the flag `y` finds here. */
  match(pattern: RegExp): string | undefined {
    const found = matchAt(pattern, this.text, this.at);
    if (found !== undefined) this.at += found.length;
    return found;
  }

  /** Whether a text comes next; if so moves behind it. */
  takes(text: string): boolean {
    const isHere = this.text.startsWith(text, this.at);
    if (isHere) this.at += text.length;
    return isHere;
  }

  /** @throws {NotReadable} where another text comes next */
  take(text: string): void {
    if (!this.takes(text)) throw new NotReadable();
  }

  /** @throws {NotReadable} where no name comes next */
  name(): string {
    const name = this.match(/[A-Za-z_][\w-]*/y);
    if (name === undefined) throw new NotReadable();
    return name;
  }
}

/** Whether a character of ASCII begins neither white space nor a comment. */
function isNoSpace(code: number): boolean {
  return code > 0x20 && code < 0x7f && code !== HASH && code !== SLASH;
}

const HASH = "#".charCodeAt(0);
const SLASH = "/".charCodeAt(0);

/** What a pattern with the flag `y` finds at a place. */
export function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
