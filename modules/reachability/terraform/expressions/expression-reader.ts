import type { Expression, PathStep } from "./expression";

/**
 * The expression of a text: names with steps, literals, lists, objects, calls. Any other one is `unsupported`.
 *
 * @param text what stands between `${` and `}`
 * @param template reads the content of a quoted text
 */
export function readExpression(text: string, template: (text: string) => Expression): Expression {
  try {
    return new ExpressionReader(text, template).read();
  } catch (error) {
    if (error instanceof NotReadable) return { kind: "unsupported", text };
    throw error;
  }
}

/** The text is no expression of the kind that is read. */
class NotReadable extends Error {}

/** Reads the text of one expression from its start to its end. */
class ExpressionReader {
  readonly #text: string;
  readonly #template: (text: string) => Expression;
  #at = 0;

  constructor(text: string, template: (text: string) => Expression) {
    this.#text = text;
    this.#template = template;
  }

  /** @throws {NotReadable} for anything else than what is read exactly */
  read(): Expression {
    const expression = this.#expression();
    this.#space();
    if (this.#at < this.#text.length) throw new NotReadable();
    return expression;
  }

  #expression(): Expression {
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
    const text = this.#match(/"(?:[^"\\$%]|\\.|[$%](?!\{)|[$%]\{(?:[^{}"]|"(?:[^"\\]|\\.)*"|\{[^{}]*\})*\})*"/y);
    if (text === undefined) throw new NotReadable();
    return this.#template(unescaped(text.slice(1, -1)));
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

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ['"', '"'],
  ["\\", "\\"],
]);

/** The escapes of a quoted text. Those inside of an expression in it belong to that expression. */
function unescaped(text: string): string {
  return text.replace(
    /[$%]\{(?:[^{}"]|"(?:[^"\\]|\\.)*"|\{[^{}]*\})*\}|\\(u[0-9a-fA-F]{4}|.)/g,
    (whole, escaped: string | undefined) => {
      if (escaped === undefined) return whole;
      if (escaped.length > 1) return String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
      const meant = ESCAPES.get(escaped);
      if (meant === undefined) throw new NotReadable();
      return meant;
    },
  );
}
