import { type Expression, OPERATORS, type Operator, type PathStep } from "./expression";
import { readFor } from "./for-reader";
import { takeHeredoc, takeQuoted } from "./quoted-text";
import { NotReadable, TextCursor } from "./text-cursor";

/**
 * The expression of a text. What is not of Terraform's language is `unsupported`.
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

/** Reads the text of one expression from its start to its end. */
class ExpressionReader {
  readonly #cursor: TextCursor;
  readonly #template: (text: string, level: number) => Expression;
  #level: number;

  constructor(text: string, template: (text: string, level: number) => Expression, level: number) {
    this.#cursor = new TextCursor(text);
    this.#template = template;
    this.#level = level;
  }

  /** @throws {NotReadable} for anything else than what is read exactly */
  read(): Expression {
    const expression = this.#expression();
    this.#cursor.space();
    if (!this.#cursor.isAtEnd) throw new NotReadable();
    return expression;
  }

  readonly #expression = (): Expression => this.#deeper(() => this.#conditional());

  /** @throws {NotReadable} where it is too deep */
  #deeper(read: () => Expression): Expression {
    if (this.#level >= MOST_LEVELS) throw new NotReadable();
    this.#level++;
    const expression = read();
    this.#level--;
    return expression;
  }

  #conditional(): Expression {
    const condition = this.#operation(0);
    this.#cursor.space();
    if (!this.#cursor.takes("?")) return condition;
    const chosen = this.#expression();
    this.#cursor.space();
    this.#cursor.take(":");
    return { kind: "conditional", condition, chosen, otherwise: this.#expression() };
  }

  /** @param loosest from which level on operators belong to it */
  #operation(loosest: number): Expression {
    let left = this.#operand();
    for (;;) {
      this.#cursor.space();
      const found = this.#operator(loosest);
      if (found === undefined) return left;
      left = { kind: "operation", operator: found.operator, left, right: this.#operation(found.level + 1) };
    }
  }

  #operator(loosest: number): { readonly operator: Operator; readonly level: number } | undefined {
    for (let level = loosest; level < OPERATORS.length; level++) {
      const operators: readonly Operator[] = OPERATORS[level] ?? [];
      const operator = operators.find((each) => this.#cursor.takes(each));
      if (operator !== undefined) return { operator, level };
    }
    return undefined;
  }

  #operand(): Expression {
    this.#cursor.space();
    const operator = (["!", "-"] as const).find((each) => this.#cursor.takes(each));
    if (operator === undefined) return this.#withSteps(this.#term());
    const operand = this.#deeper(() => this.#operand());
    const isNumber = operator === "-" && operand.kind === "literal" && typeof operand.value === "number";
    return isNumber ? { kind: "literal", value: -Number(operand.value) } : { kind: "unary", operator, operand };
  }

  #term(): Expression {
    const cursor = this.#cursor;
    const heredoc = takeHeredoc(cursor);
    if (heredoc !== undefined) return this.#template(heredoc, this.#level);
    const number = cursor.match(/\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y);
    if (number !== undefined) return { kind: "literal", value: Number(number) };
    switch (cursor.text[cursor.at]) {
      case '"':
        return this.#template(takeQuoted(cursor), this.#level);
      case "(": {
        const [inner, ...others] = this.#sequence("(", ")", this.#expression);
        if (inner === undefined || others.length > 0) throw new NotReadable();
        return inner;
      }
      case "[":
        return (
          readFor(cursor, "[", this.#expression) ?? { kind: "list", items: this.#sequence("[", "]", this.#expression) }
        );
      case "{":
        return (
          readFor(cursor, "{", this.#expression) ?? {
            kind: "object",
            members: this.#sequence("{", "}", () => this.#member()),
          }
        );
      default:
        return this.#named();
    }
  }

  #named(): Expression {
    const cursor = this.#cursor;
    const name = cursor.match(/[A-Za-z_][\w-]*(?:::[A-Za-z_][\w-]*)*/y);
    if (name === undefined) throw new NotReadable();
    if (name === "true" || name === "false") return { kind: "literal", value: name === "true" };
    if (name === "null") return { kind: "literal", value: null };
    if (cursor.text[cursor.at] !== "(") return { kind: "name", name, steps: [] };
    let expands = false;
    const given = this.#sequence("(", ")", () => {
      const argument = this.#expression();
      cursor.space();
      expands = cursor.takes("...");
      return argument;
    });
    return { kind: "call", name, arguments: given, ...(expands ? { expands } : {}), steps: [] };
  }

  #withSteps(term: Expression): Expression {
    const steps = this.#steps();
    const isOpen = (term.kind === "name" || term.kind === "call") && term.steps.length === 0;
    if (isOpen) return this.#indexed({ ...term, steps });
    return steps.length === 0 ? term : this.#indexed({ kind: "path", of: term, steps });
  }

  /** An index behind `.*` counts in the list that it makes, and not in each element. */
  #indexed(path: Expression): Expression {
    return this.#cursor.text[this.#cursor.at] === "[" ? this.#deeper(() => this.#withSteps(path)) : path;
  }

  #steps(): PathStep[] {
    const cursor = this.#cursor;
    const steps: PathStep[] = [];
    let isOfElements = false;
    for (;;) {
      if (cursor.text.startsWith("...", cursor.at)) return steps;
      if (cursor.match(/\[\s*\*\s*\]/y) !== undefined) steps.push({ kind: "splat" });
      else if (cursor.takes(".*")) {
        steps.push({ kind: "splat" });
        isOfElements = true;
      } else if (cursor.takes(".")) steps.push(this.#dotted());
      else if (cursor.text[cursor.at] === "[" && !isOfElements) {
        const [index, ...others] = this.#sequence("[", "]", this.#expression);
        if (index === undefined || others.length > 0) throw new NotReadable();
        steps.push({ kind: "index", index });
      } else return steps;
    }
  }

  /** `.name`, and the old form `.0` of an index. */
  #dotted(): PathStep {
    const digits = this.#cursor.match(/\d+/y);
    if (digits !== undefined) return { kind: "index", index: { kind: "literal", value: Number(digits) } };
    return { kind: "member", name: this.#cursor.name() };
  }

  #member(): readonly [Expression, Expression] {
    const key = this.#key();
    this.#cursor.space();
    if (this.#cursor.match(/[=:]/y) === undefined) throw new NotReadable();
    return [key, this.#expression()];
  }

  /** A name stands for itself; any other expression is in brackets or in quotes. */
  #key(): Expression {
    const cursor = this.#cursor;
    if (cursor.text[cursor.at] === '"') return this.#template(takeQuoted(cursor), this.#level);
    if (cursor.text[cursor.at] === "(") return this.#operand();
    return { kind: "literal", value: cursor.match(/\d+/y) ?? cursor.name() };
  }

  /** Line ends separate the members of an object as well as commas do. */
  #sequence<Item>(open: "(" | "[" | "{", close: string, item: () => Item): Item[] {
    const cursor = this.#cursor;
    const items: Item[] = [];
    cursor.take(open);
    for (;;) {
      cursor.space();
      if (cursor.takes(close)) return items;
      items.push(item());
      cursor.space();
      if (!cursor.takes(",") && open !== "{") {
        cursor.take(close);
        return items;
      }
    }
  }
}
