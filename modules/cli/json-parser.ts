import { issue } from "../issues/issue";
import { formatJsonPath, type JsonPath } from "../task/json/json-path";
import type { JsonValue } from "../values/json-value";
import { DEEPEST } from "../values/nesting";
import { DocumentSyntaxError } from "./document-syntax-error";

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[\w.+-]*/y;
const WHITE_SPACE = /[ \t\n\r]*/y;
const WORDS: ReadonlyMap<string, JsonValue> = new Map([
  ["true", true],
  ["false", false],
  ["null", null],
]);

/** A place in a JSON text: of what in the document, and at which character. */
export interface Position {
  readonly path: JsonPath;
  readonly offset: number;
}

/** What a text may have besides JSON. */
export interface Template {
  /** Where an expression ends that stands for a value; `undefined` where none starts. */
  expressionEnd(text: string, start: number): number | undefined;
  /** Where a directive ends, which says whether and how often what follows it is there; `undefined` where none starts. */
  directiveEnd(text: string, start: number): number | undefined;
  /** Whether what follows a directive excludes what precedes or follows it. */
  isBranch(directive: string): boolean;
}

/**
 * One pass over a JSON text, by recursive descent.
 *
 * In a template an expression is a text, which is its own value, and the parts of all branches are there. Where there are
 * directives, commas are not counted.
 */
export class JsonParser {
  /** Where each value starts, in the order of the text. */
  readonly positions: Position[] = [];
  /** Where the name of a member starts that its object has already. */
  readonly duplicates: Position[] = [];
  readonly #text: string;
  readonly #template: Template | undefined;
  readonly #path: (string | number)[] = [];
  #offset: number;
  /** The last directive so far. */
  #directive: string | undefined;
  #hasBranches = false;

  /** @param start where the document starts, of several that follow one another */
  constructor(text: string, template?: Template, start = 0) {
    this.#text = text;
    this.#template = template;
    this.#offset = start === 0 && text.startsWith("\uFEFF") ? 1 : start;
  }

  /**
   * @param mayBeFollowed whether another document may start where this one ends
   * @throws {DocumentSyntaxError} where the text is not JSON
   */
  parse(mayBeFollowed = false): JsonValue {
    const value = this.#value();
    this.#skipWhiteSpace();
    const isFollowed = mayBeFollowed && /[[{]/.test(this.#text[this.#offset] ?? "");
    if (!isFollowed && this.end !== undefined) this.#fail(`${this.#found()} follows the end of the document`);
    return value;
  }

  /** Where the document ended that was read; `undefined` where the text ended there as well. */
  get end(): number | undefined {
    return this.#offset < this.#text.length ? this.#offset : undefined;
  }

  /** Whether the text has branches, of which only one is there when the template is carried out. */
  get hasBranches(): boolean {
    return this.#hasBranches;
  }

  /** The line, from 1, on which an offset is. A line ends with a line feed, a carriage return, or both. */
  lineAt(offset: number): number {
    return this.#text.slice(0, offset).split(/\r\n|\r|\n/).length;
  }

  #value(): JsonValue {
    this.#skipWhiteSpace();
    this.positions.push({ path: [...this.#path], offset: this.#offset });
    if (this.#path.length > DEEPEST) this.#fail(`the document is nested deeper than ${DEEPEST} levels`);
    const expression = this.#expression();
    if (expression !== undefined) return expression;
    const character = this.#text[this.#offset];
    if (character === "{") return this.#object();
    if (character === "[") return this.#list();
    if (character === '"') return this.#string();
    return this.#numberOrWord();
  }

  #object(): JsonValue {
    const members = new Map<string, JsonValue>();
    this.#offset++;
    for (let isFirst = true; !this.#isEnd("}", isFirst); isFirst = false) {
      this.#skipWhiteSpace();
      const start = this.#offset;
      // Of an expression in the place of a member nobody knows what it stands for.
      const expression = this.#expression();
      const name = expression ?? this.#name();
      this.#path.push(name);
      const isDuplicate = members.has(name);
      if (isDuplicate && this.#directive === undefined) this.duplicates.push({ path: [...this.#path], offset: start });
      const hasValue = this.#take(":");
      if (!hasValue && expression === undefined) this.#fail(`${this.#found()} stands where a colon is expected`);
      const value = hasValue ? this.#value() : name;
      members.set(name, isDuplicate ? this.#either(members.get(name), value) : value);
      this.#path.pop();
    }
    // Not by assignment: a member may be called __proto__.
    return Object.fromEntries(members);
  }

  #list(): JsonValue {
    const elements: JsonValue[] = [];
    this.#offset++;
    for (let isFirst = true; !this.#isEnd("]", isFirst); isFirst = false) {
      this.#path.push(elements.length);
      elements.push(this.#value());
      this.#path.pop();
    }
    return elements;
  }

  /** Takes what stands between two elements, or the end of the list or object. */
  #isEnd(end: string, isFirst: boolean): boolean {
    this.#skipWhiteSpace();
    if (this.#directive !== undefined) {
      while (this.#take(","));
      return this.#take(end);
    }
    if (!isFirst && this.#take(",")) return false;
    if (this.#take(end)) return true;
    if (!isFirst) this.#fail(`${this.#found()} stands where a comma or ${end} is expected`);
    return false;
  }

  /** One of two values, where a template has both: of which it is nothing is known, unless they are the same. */
  #either(one: JsonValue | undefined, other: JsonValue): JsonValue {
    const isSame = JSON.stringify(one) === JSON.stringify(other);
    return this.#directive === undefined || isSame ? other : this.#directive;
  }

  #name(): string {
    if (this.#text[this.#offset] !== '"') this.#fail(`${this.#found()} stands where the name of a member is expected`);
    return this.#string();
  }

  #string(): string {
    const start = this.#offset;
    for (let end = start + 1; end < this.#text.length; end++) {
      const code = this.#text.charCodeAt(end);
      const inTemplate = this.#markEnd(end);
      if (inTemplate !== undefined) end = inTemplate - 1;
      else if (code === 0x5c) end++;
      else if (code === 0x22) return this.#decode(start, end + 1);
      else if (code < 0x20) break;
    }
    return this.#fail("a text has no closing quotation mark on its line");
  }

  /** Where what a template has within a text ends, which may have quotation marks of its own. */
  #markEnd(offset: number): number | undefined {
    if (this.#template === undefined || !/[$%{<]/.test(this.#text[offset] ?? "")) return undefined;
    const isExpression = ["${", "{{", "<%"].some((mark) => this.#text.startsWith(mark, offset));
    if (isExpression) return this.#template.expressionEnd(this.#text, offset);
    return this.#template.directiveEnd(this.#text, offset);
  }

  #decode(start: number, end: number): string {
    this.#offset = end;
    const text = this.#text.slice(start, end);
    try {
      return String(JSON.parse(text));
    } catch {
      // An expression is kept as it is written.
      if (this.#template !== undefined && /[$%]\{|\{\{|<%/.test(text)) return text.slice(1, -1);
      this.#offset = start;
      return this.#fail(`the text ${text} has a backslash or a character that JSON does not know`);
    }
  }

  #numberOrWord(): JsonValue {
    const word = this.#match(WORD);
    const known = word !== "" && word === this.#match(NUMBER) ? Number(word) : WORDS.get(word);
    if (known === undefined) this.#fail(`${this.#found()} stands where a value is expected`);
    this.#offset += word.length;
    return known;
  }

  #expression(): string | undefined {
    const start = this.#offset;
    const end = this.#template?.expressionEnd(this.#text, start);
    if (end === undefined) return undefined;
    this.#offset = end;
    return this.#text.slice(start, end);
  }

  #take(character: string): boolean {
    this.#skipWhiteSpace();
    if (this.#text[this.#offset] !== character) return false;
    this.#offset++;
    return true;
  }

  #skipWhiteSpace(): void {
    for (;;) {
      this.#offset += this.#match(WHITE_SPACE).length;
      const end = this.#template?.directiveEnd(this.#text, this.#offset);
      if (end === undefined) return;
      this.#directive = this.#text.slice(this.#offset, end);
      this.#hasBranches ||= this.#template?.isBranch(this.#directive) ?? false;
      this.#offset = end;
    }
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#offset;
    return pattern.exec(this.#text)?.[0] ?? "";
  }

  #found(): string {
    const [character] = this.#text.slice(this.#offset, this.#offset + 2);
    return character === undefined ? "the end of the document" : JSON.stringify(character);
  }

  #fail(problem: string): never {
    const path = formatJsonPath(this.#path);
    const malformed = issue("json-malformed", {
      path: path === "" ? undefined : path,
      problem,
      why: "the file has to be JSON as RFC 8259 defines it: no comments, no comma after the last element, double quotation marks",
      fix: "correct the text there",
    });
    throw new DocumentSyntaxError(malformed, this.lineAt(this.#offset));
  }
}
