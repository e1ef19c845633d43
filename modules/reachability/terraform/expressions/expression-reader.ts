import { closingOf } from "./closing";
import type { Expression, PathStep } from "./expression";
import { unescapeText } from "./unescape";

/**
 * The expression of a text: names with steps, literals, lists, objects, calls. Any other one is `unsupported`.
 *
 * @param text what stands between `${` and `}`
 * @param template reads the content of a quoted text, at a level
 * @param level how many expressions it is in
 */
export function readExpression(
  text: string,
  template: (text: string, level: number) => Expression,
  level = 0,
): Expression {
  try {
    return new ExpressionReader(text, template, level).read();
  } catch (error) {
    if (error instanceof NotReadable) return { kind: "unsupported", text };
    throw error;
  }
}

/** Expressions in each other that are read. */
const MOST_LEVELS = 100;

/** The text is no expression of the kind that is read. */
class NotReadable extends Error {}

/** Reads the text of one expression from its start to its end. */
class ExpressionReader {
  readonly #text: string;
  readonly #template: (text: string, level: number) => Expression;
  #at = 0;
  #level: number;

  constructor(text: string, template: (text: string, level: number) => Expression, level: number) {
    this.#text = text;
    this.#template = template;
    this.#level = level;
  }

  /** @throws {NotReadable} for anything else than what is read exactly */
  read(): Expression {
    const expression = this.#expression();
    this.#space();
    if (this.#at < this.#text.length) throw new NotReadable();
    return expression;
  }

  #expression(): Expression {
    if (this.#level >= MOST_LEVELS) throw new NotReadable();
    this.#level++;
    const expression = this.#term();
    this.#level--;
    return expression;
  }

  #term(): Expression {
    this.#space();
    const next = this.#text[this.#at];
    if (next === '"') return this.#quoted();
    if (next === "[") return { kind: "list", items: this.#sequence("[", "]", () => this.#expression()) };
    if (next === "{") return { kind: "object", members: this.#sequence("{", "}", () => this.#member()) };
    const number = this.#match(/-?\d+(?:\.\d+)?/y);
    if (number !== undefined) return { kind: "literal", value: Number(number) };
    const name = this.#name();
    if (name === "true" || name === "false") return { kind: "literal", value: name === "true" };
    if (name === "null") return { kind: "literal", value: null };
    if (this.#text[this.#at] !== "(") return { kind: "name", name, steps: this.#steps() };
    const given = this.#sequence("(", ")", () => this.#expression());
    return { kind: "call", name, arguments: given, steps: this.#steps() };
  }

  #steps(): PathStep[] {
    const steps: PathStep[] = [];
    for (;;) {
      if (this.#match(/\[\*\]|\.\*/y) !== undefined) steps.push({ kind: "splat" });
      else if (this.#match(/\./y) !== undefined) steps.push(this.#dotted());
      else if (this.#text[this.#at] === "[") {
        const [index, ...others] = this.#sequence("[", "]", () => this.#expression());
        if (index === undefined || others.length > 0) throw new NotReadable();
        steps.push({ kind: "index", index });
      } else return steps;
    }
  }

  /** `.name`, and the old form `.0` of an index. */
  #dotted(): PathStep {
    const digits = this.#match(/\d+/y);
    if (digits !== undefined) return { kind: "index", index: { kind: "literal", value: Number(digits) } };
    return { kind: "member", name: this.#name() };
  }

  #member(): readonly [Expression, Expression] {
    this.#space();
    const key: Expression = this.#text[this.#at] === '"' ? this.#quoted() : { kind: "literal", value: this.#name() };
    this.#space();
    if (this.#match(/[=:]/y) === undefined) throw new NotReadable();
    return [key, this.#expression()];
  }

  #sequence<Item>(open: string, close: string, item: () => Item): Item[] {
    const items: Item[] = [];
    this.#take(open);
    for (;;) {
      this.#space();
      if (this.#text[this.#at] === close) break;
      items.push(item());
      // The members of an object may be separated by line ends alone.
      const lineEnd = this.#match(/[ \t\r]*\n/y) !== undefined && close === "}";
      this.#space();
      if (this.#match(/,/y) === undefined && !lineEnd) break;
    }
    this.#take(close);
    return items;
  }

  #quoted(): Expression {
    const start = this.#at + 1;
    const end = closingOf('"', this.#text, start);
    const text = end < this.#text.length ? unescapeText(this.#text.slice(start, end)) : undefined;
    if (text === undefined) throw new NotReadable();
    this.#at = end + 1;
    return this.#template(text, this.#level);
  }

  #name(): string {
    const name = this.#match(/[A-Za-z_][\w-]*/y);
    if (name === undefined) throw new NotReadable();
    return name;
  }

  #take(text: string): void {
    if (!this.#text.startsWith(text, this.#at)) throw new NotReadable();
    this.#at += text.length;
  }

  #space(): void {
    this.#match(/\s*/y);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }
}
