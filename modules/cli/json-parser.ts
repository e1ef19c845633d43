import { issue } from "../issues/issue";
import { formatJsonPath, type JsonPath } from "../task/json/json-path";
import type { JsonValue } from "../values/json-value";
import { DEEPEST } from "../values/nesting";
import { JsonSyntaxError } from "./json-syntax-error";

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

/** One pass over a JSON text, by recursive descent. */
export class JsonParser {
  /** Where each value starts, in the order of the text. */
  readonly positions: Position[] = [];
  /** Where the name of a member starts that its object has already. */
  readonly duplicates: Position[] = [];
  readonly #text: string;
  readonly #path: (string | number)[] = [];
  #offset: number;

  constructor(text: string) {
    this.#text = text;
    this.#offset = text.startsWith("\uFEFF") ? 1 : 0;
  }

  /** @throws {JsonSyntaxError} where the text is not JSON */
  parse(): JsonValue {
    const value = this.#value();
    this.#skipWhiteSpace();
    if (this.#offset < this.#text.length) this.#fail(`${this.#found()} follows the end of the document`);
    return value;
  }

  /** The line, from 1, on which an offset is. A line ends with a line feed, a carriage return, or both. */
  lineAt(offset: number): number {
    return this.#text.slice(0, offset).split(/\r\n|\r|\n/).length;
  }

  #value(): JsonValue {
    this.#skipWhiteSpace();
    this.positions.push({ path: [...this.#path], offset: this.#offset });
    if (this.#path.length > DEEPEST) this.#fail(`the document is nested deeper than ${DEEPEST} levels`);
    const character = this.#text[this.#offset];
    if (character === "{") return this.#object();
    if (character === "[") return this.#list();
    if (character === '"') return this.#string();
    return this.#numberOrWord();
  }

  #object(): JsonValue {
    const members = new Map<string, JsonValue>();
    this.#offset++;
    if (this.#take("}")) return {};
    do {
      this.#skipWhiteSpace();
      const start = this.#offset;
      if (this.#text[start] !== '"') this.#fail(`${this.#found()} stands where the name of a member is expected`);
      const name = this.#string();
      this.#path.push(name);
      if (members.has(name)) this.duplicates.push({ path: [...this.#path], offset: start });
      if (!this.#take(":")) this.#fail(`${this.#found()} stands where a colon is expected`);
      members.set(name, this.#value());
      this.#path.pop();
    } while (this.#take(","));
    if (!this.#take("}")) this.#fail(`${this.#found()} stands where a comma or } is expected`);
    // Not by assignment: a member may be called __proto__.
    return Object.fromEntries(members);
  }

  #list(): JsonValue {
    const elements: JsonValue[] = [];
    this.#offset++;
    if (this.#take("]")) return elements;
    do {
      this.#path.push(elements.length);
      elements.push(this.#value());
      this.#path.pop();
    } while (this.#take(","));
    if (!this.#take("]")) this.#fail(`${this.#found()} stands where a comma or ] is expected`);
    return elements;
  }

  #string(): string {
    const start = this.#offset;
    for (let end = start + 1; end < this.#text.length; end++) {
      const code = this.#text.charCodeAt(end);
      if (code === 0x5c) end++;
      else if (code === 0x22) return this.#decode(start, end + 1);
      else if (code < 0x20) break;
    }
    return this.#fail("a text has no closing quotation mark on its line");
  }

  #decode(start: number, end: number): string {
    this.#offset = end;
    try {
      return String(JSON.parse(this.#text.slice(start, end)));
    } catch {
      this.#offset = start;
      return this.#fail(
        `the text ${this.#text.slice(start, end)} has a backslash or a character that JSON does not know`,
      );
    }
  }

  #numberOrWord(): JsonValue {
    const word = this.#match(WORD);
    const known = word !== "" && word === this.#match(NUMBER) ? Number(word) : WORDS.get(word);
    if (known === undefined) this.#fail(`${this.#found()} stands where a value is expected`);
    this.#offset += word.length;
    return known;
  }

  #take(character: string): boolean {
    this.#skipWhiteSpace();
    if (this.#text[this.#offset] !== character) return false;
    this.#offset++;
    return true;
  }

  #skipWhiteSpace(): void {
    this.#offset += this.#match(WHITE_SPACE).length;
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
    throw new JsonSyntaxError(malformed, this.lineAt(this.#offset));
  }
}
