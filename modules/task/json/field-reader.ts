import { issue } from "../../issues/issue";
import { isJsonObject, type JsonObject } from "../../values/is-json-value";
import type { JsonValue } from "../../values/json-value";
import { isPending } from "../../values/pending";
import { FROM_ELSEWHERE } from "../../values/unresolved";
import { ECS_SPELLING, nameIn, type Spelling } from "./field-spelling";
import { isEmptyJson } from "./is-unset";
import type { JsonPath } from "./json-path";
import { asListOf, describeJson, isNumberOrUnresolved, isText, isTruthOrUnresolved, isWord } from "./json-types";
import type { ReadingIssues } from "./reading-issues";
import { otherSpelling, unknownWord } from "./unknown-word";

/**
 * The fields of one object of a task definition, each read under its ECS name and checked for its type. What nobody reads
 * is the rest. A field that is `null` counts as absent, as Terraform has it.
 */
export class FieldReader {
  /** Where the object is. */
  readonly path: JsonPath;
  readonly #object: JsonObject;
  readonly #issues: ReadingIssues;
  readonly #spelling: Spelling;
  readonly #read = new Set<string>();
  readonly #children: FieldReader[] = [];
  #isRestTaken = false;

  constructor(object: JsonObject, path: JsonPath, issues: ReadingIssues, spelling: Spelling = ECS_SPELLING) {
    this.#object = object;
    this.path = path;
    this.#issues = issues;
    this.#spelling = spelling;
  }

  /** Where a field is. */
  pathOf(field: string): JsonPath {
    return [...this.path, nameIn(this.#object, field, this.#spelling)];
  }

  /** A field of any type. */
  value(field: string): JsonValue | undefined {
    const name = nameIn(this.#object, field, this.#spelling);
    const usual = this.#spelling.inputName(field);
    if (name !== usual && !this.#read.has(name)) this.#issues.report(this.pathOf(field), otherSpelling(name, usual));
    this.#read.add(name);
    const value = Object.hasOwn(this.#object, name) ? this.#object[name] : undefined;
    return value ?? undefined;
  }

  text(field: string): string | undefined {
    return this.#typed(field, this.#asText(this.value(field)), "a text", isText, FROM_ELSEWHERE);
  }

  /** A text that is one of some words. An empty one counts as absent, as the tools that register a definition have it. */
  word<const Word extends string>(field: string, words: readonly Word[]): Word | undefined {
    return this.#asWord(field, this.text(field) || undefined, words);
  }

  /** A text that has to be there and is one of some words. */
  requiredWord<const Word extends string>(field: string, words: readonly Word[], why: string): Word | undefined {
    return this.#asWord(field, this.requiredText(field, why), words);
  }

  /** A text that has to be there. Where it is not, that is reported, and something unknown stands in. */
  requiredText(field: string, why: string): string {
    const value = this.text(field);
    if (value !== undefined) return value;
    const name = this.#spelling.inputName(field);
    this.#issues.report(
      this.path,
      issue("field-missing", {
        problem: `${name} is missing`,
        why,
        fix: `add "${name}"`,
      }),
    );
    return FROM_ELSEWHERE;
  }

  /** A number. Where texts are converted, one of digits is one as well. */
  number(field: string): number | undefined {
    const value = this.value(field);
    if (this.#spelling.convertsText && typeof value === "string" && /^\d+$/.test(value)) return Number(value);
    return this.#typed(field, value, "a number", isNumberOrUnresolved, FROM_ELSEWHERE);
  }

  /** A truth value. */
  truth(field: string): boolean | undefined {
    const value = this.value(field);
    if (this.#spelling.convertsText && (value === "true" || value === "false")) return value === "true";
    return this.#typed(field, value, "true or false", isTruthOrUnresolved, FROM_ELSEWHERE);
  }

  /** A list of texts to pass on as it is: Terraform may fill in the whole of it. */
  texts(field: string): readonly string[] | undefined {
    const value = this.value(field);
    const texts = Array.isArray(value) ? value.map((each: JsonValue) => this.#asText(each) ?? null) : value;
    return this.#typed(field, texts, "a list of texts", asListOf(isText), [FROM_ELSEWHERE]);
  }

  /** A list of texts to look into; `undefined` where Terraform fills in the whole of it. */
  writtenTexts(field: string): readonly string[] | undefined {
    const texts = this.texts(field);
    return Array.isArray(texts) ? texts : undefined;
  }

  /** An object with texts for members. */
  textMembers(field: string): Readonly<Record<string, string>> | undefined {
    const value = this.value(field);
    if (isPending(value)) {
      this.#issues.reportUnresolved(field, this.pathOf(field));
      return undefined;
    }
    const members = this.#typed(field, value, "an object", isJsonObject);
    if (members === undefined) return undefined;
    const { convertsText } = this.#spelling;
    const reader = new FieldReader(members, this.pathOf(field), this.#issues, { ...ECS_SPELLING, convertsText });
    return Object.fromEntries(
      Object.keys(members).flatMap((name) => {
        const value = reader.text(name);
        return value === undefined ? [] : [[name, value]];
      }),
    );
  }

  /** The fields of an object. Terraform writes a block as a list of one object as well. */
  object(field: string): FieldReader | undefined {
    const value = this.value(field);
    if (this.#spelling.convertsText && Array.isArray(value) && value.length <= 1) {
      const [block] = value;
      return block === undefined ? undefined : this.#reader(block, field, [...this.pathOf(field), 0]);
    }
    return value === undefined ? undefined : this.#reader(value, field, this.pathOf(field));
  }

  /** The fields of each object of a list; of one object where Terraform writes a single block without a list. */
  objects(field: string): readonly FieldReader[] | undefined {
    const value = this.value(field);
    if (value === undefined) return undefined;
    if (this.#spelling.convertsText && isJsonObject(value)) return [this.#child(value, this.pathOf(field))];
    if (!Array.isArray(value)) {
      if (isPending(value)) this.#issues.reportUnresolved(field, this.pathOf(field));
      else this.#reportType(this.pathOf(field), value, "a list");
      return undefined;
    }
    return value.flatMap((element, index) => this.#reader(element, field, [...this.pathOf(field), index]) ?? []);
  }

  /** Whether a list or an object is there of which not all can be looked into. */
  isIncomplete(field: string): boolean {
    const value = this.value(field);
    return Array.isArray(value) ? !value.every(isJsonObject) : value !== undefined && !isJsonObject(value);
  }

  /** The fields that nobody has read, under their ECS names. */
  rest(): Readonly<Record<string, JsonValue>> {
    this.#isRestTaken = true;
    return Object.fromEntries(
      Object.entries(this.#object)
        .filter(([name, value]) => !this.#read.has(name) && value !== undefined && value !== null)
        .map(([name, value]) => [this.#spelling.ecsName(name), this.#spelling.ecsValue(name, value)]),
    );
  }

  /** Reports the fields, here and below, that say something, and that nobody has read and nobody has taken as the rest. */
  reportUnread(): void {
    const unread = this.#isRestTaken ? {} : this.rest();
    for (const [name, value] of Object.entries(unread)) {
      if (isEmptyJson(value)) continue;
      this.#issues.report(
        this.pathOf(name),
        issue("field-not-kept", {
          problem: `the field ${this.#spelling.inputName(name)} is not known, and a task has no room for it here`,
          why: "what it does has no part in the plan, and a task definition made from the task does not have it",
          fix: "check the spelling, or add the field to the task definition afterwards",
        }),
      );
    }
    for (const child of this.#children) child.reportUnread();
  }

  #asWord<const Word extends string>(
    field: string,
    value: string | undefined,
    words: readonly Word[],
  ): Word | undefined {
    if (value === undefined || isWord(value, words)) return value;
    this.#issues.report(this.pathOf(field), unknownWord(value, words));
    return isWord(FROM_ELSEWHERE, words) ? FROM_ELSEWHERE : undefined;
  }

  /** @param standIn what a value of another type is taken for, so that it is reported once and not checked further */
  #typed<Type extends JsonValue>(
    field: string,
    value: JsonValue | undefined,
    expected: string,
    is: (value: JsonValue) => value is Type,
    standIn?: JsonValue,
  ): Type | undefined {
    if (value === undefined || is(value)) return value;
    this.#reportType(this.pathOf(field), value, expected);
    return standIn !== undefined && is(standIn) ? standIn : undefined;
  }

  /** A number or a truth value as the text that it becomes, where values are converted. */
  #asText(value: JsonValue | undefined): JsonValue | undefined {
    const isConverted = this.#spelling.convertsText && (typeof value === "number" || typeof value === "boolean");
    return isConverted && !isPending(value) ? String(value) : value;
  }

  #reader(value: JsonValue, field: string, path: JsonPath): FieldReader | undefined {
    if (isJsonObject(value)) return this.#child(value, path);
    if (isPending(value)) this.#issues.reportUnresolved(field, path);
    else this.#reportType(path, value, "an object");
    return undefined;
  }

  #child(value: JsonObject, path: JsonPath): FieldReader {
    const child = new FieldReader(value, path, this.#issues, this.#spelling);
    this.#children.push(child);
    return child;
  }

  #reportType(path: JsonPath, value: JsonValue, expected: string): void {
    this.#issues.report(
      path,
      issue("field-type-wrong", {
        problem: `${describeJson(value)} is not ${expected}`,
        fix: `write ${asExpected(value, expected) ?? expected}`,
      }),
    );
  }
}

/** The value in the type that is expected, where it only has to be written in another way. */
function asExpected(value: JsonValue, expected: string): string | undefined {
  if (expected === "a text" && typeof value === "number") return JSON.stringify(String(value));
  if (expected === "a text" && typeof value === "boolean") return JSON.stringify(String(value));
  if (typeof value !== "string") return undefined;
  if (expected === "a list of texts" && !/\s/.test(value)) return JSON.stringify([value]);
  if (expected === "a number" && /^\d+$/.test(value)) return `${value}, without quotation marks`;
  if (expected === "true or false" && /^(?:true|false)$/.test(value)) return `${value}, without quotation marks`;
  return undefined;
}
