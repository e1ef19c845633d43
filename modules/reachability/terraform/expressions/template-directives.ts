import type { Expression } from "./expression";
import type { TemplatePart } from "./template-part";

/**
 * The parts of a template with its directives as expressions: `%{ if c }a%{ else }b%{ endif }` is a condition, and
 * `%{ for x in y }a%{ endfor }` joins what it makes.
 *
 * @param read reads an expression
 */
export function withDirectives(parts: readonly TemplatePart[], read: (text: string) => Expression): Expression[] {
  const reader = new DirectiveReader(parts, read);
  const expressions = reader.read();
  const rest = reader.rest;
  return rest === undefined ? expressions : [{ kind: "unsupported", text: rest }];
}

/** Directives in each other that are read. */
const MOST_LEVELS = 100;

class DirectiveReader {
  readonly #parts: readonly TemplatePart[];
  readonly #expression: (text: string) => Expression;
  #at = 0;
  #level = 0;

  constructor(parts: readonly TemplatePart[], expression: (text: string) => Expression) {
    this.#parts = parts;
    this.#expression = expression;
  }

  /** The directive that nothing has opened. @default - everything has been read */
  get rest(): string | undefined {
    const part = this.#parts[this.#at];
    return part?.kind === "directive" ? part.text : undefined;
  }

  /** The parts up to a directive that closes what is around them. */
  read(): Expression[] {
    const expressions: Expression[] = [];
    for (let part = this.#parts[this.#at]; part !== undefined; part = this.#parts[this.#at]) {
      const opens = part.kind === "directive" && (part.word === "if" || part.word === "for");
      if (part.kind === "directive" && (!opens || this.#level >= MOST_LEVELS)) return expressions;
      this.#at++;
      if (part.kind === "expression") expressions.push(part.expression);
      else expressions.push(this.#directive(part.word, part.rest) ?? { kind: "unsupported", text: part.text });
    }
    return expressions;
  }

  #directive(word: string, rest: string): Expression | undefined {
    const chosen = template(this.#inner());
    if (word === "if") {
      const otherwise = template(this.#takes("else") ? this.#inner() : []);
      if (!this.#takes("endif")) return undefined;
      return { kind: "conditional", condition: this.#expression(rest), chosen, otherwise };
    }
    // Its head is that of a `for` expression.
    const head = this.#expression(`[for ${rest}: null]`);
    if (!this.#takes("endfor") || head.kind !== "for") return undefined;
    const separator: Expression = { kind: "literal", value: "" };
    return { kind: "call", name: "join", arguments: [separator, { ...head, item: chosen }], steps: [] };
  }

  #inner(): Expression[] {
    this.#level++;
    const expressions = this.read();
    this.#level--;
    return expressions;
  }

  #takes(word: string): boolean {
    const part = this.#parts[this.#at];
    const isHere = part?.kind === "directive" && part.word === word;
    if (isHere) this.#at++;
    return isHere;
  }
}

function template(parts: readonly Expression[]): Expression {
  return { kind: "template", parts };
}
