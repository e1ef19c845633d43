import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar } from "yaml";
import type { JsonValue } from "../values/json-value";
import { DEEPEST } from "../values/nesting";
import type { YamlFailure, YamlPosition } from "./yaml-document";
import type { MaskedText } from "./yaml-marks";

/** Values of one document. A task definition has hundreds; aliases of aliases can have any number. */
const MOST_VALUES = 100_000;

/** Names at the start of a document by which it is of CloudFormation, whose YAML has rules of its own. */
const OF_CLOUDFORMATION: ReadonlySet<unknown> = new Set([
  "AWSTemplateFormatVersion",
  "ContainerDefinitions",
  "Image",
  "Properties",
  "Resources",
  "Type",
  "resources",
]);

/**
 * The value of one document of YAML, with aliases, merge keys and tags carried out.
 *
 * CloudFormation takes YAML 1.1, in which `yes` is true, and has functions for tags. Source:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html. `aws ecs register-task-definition
 * --cli-input-yaml` takes YAML 1.2. A tag that is not known stands for a value that is written later.
 */
export class YamlValues {
  readonly positions: YamlPosition[] = [];
  readonly duplicates: YamlPosition[] = [];
  /** What is in the way. @default - nothing */
  failure: YamlFailure | undefined;
  readonly #contents: unknown;
  readonly #text: MaskedText;
  readonly #isTemplate: boolean;
  readonly #path: (string | number)[] = [];
  readonly #anchors = new Map<string, unknown>();
  #count = 0;

  constructor(contents: unknown, text: MaskedText) {
    this.#contents = contents;
    this.#text = text;
    this.#isTemplate = isOfCloudFormation(contents);
  }

  read(): JsonValue {
    return this.#value(this.#contents);
  }

  #value(node: unknown, around = 0): JsonValue {
    const offset = offsetOf(node, around);
    this.positions.push({ path: [...this.#path], offset });
    if (!this.#counts(offset)) return null;
    if (isAlias(node)) return this.#value(this.#target(node, offset), offset);
    this.#keepAnchor(node);
    const tag = tagOf(node);
    if (tag === undefined) return this.#plain(node, offset);
    const name = FUNCTIONS.get(tag) ?? `Fn::${tag.slice(1)}`;
    if (!this.#isTemplate) return `\${${tag}}`;
    return this.#below(name, () => ({ [name]: this.#plain(node, offset) }));
  }

  #plain(node: unknown, offset: number): JsonValue {
    if (isScalar(node)) return this.#scalar(node);
    if (isSeq(node)) return node.items.map((each, index) => this.#below(index, () => this.#value(each, offset)));
    // Not by assignment: a member may be called __proto__.
    return isMap(node) ? Object.fromEntries(this.#members(node.items, offset)) : null;
  }

  #members(pairs: readonly Pair[], around: number): ReadonlyMap<string, JsonValue> {
    const members = new Map<string, JsonValue>();
    const merged = new Map<string, JsonValue>();
    for (const { key, value } of pairs) {
      if (isMergeKey(key)) {
        for (const [name, each] of this.#merged(value, around)) if (!merged.has(name)) merged.set(name, each);
        continue;
      }
      const offset = offsetOf(key, around);
      this.#keepAnchor(key);
      const named = isAlias(key) ? this.#target(key, offset) : key;
      const name = this.#text.restore(isScalar(named) ? (named.source ?? String(named.value)) : String(named));
      this.#below(name, () => {
        const read = this.#value(value, offset);
        members.set(name, members.has(name) ? this.#second(members.get(name), read, offset) : read);
      });
    }
    return new Map([...merged, ...members]);
  }

  /** A member that is there already. Where a directive decides which of the two it is, nobody knows. */
  #second(first: JsonValue | undefined, second: JsonValue, offset: number): JsonValue {
    const { directive } = this.#text;
    if (directive === undefined) this.duplicates.push({ path: [...this.#path], offset });
    return directive === undefined || JSON.stringify(first) === JSON.stringify(second) ? second : `\${${directive}}`;
  }

  /** The members that `<<` brings: of an object, or of each of a list, of which the first counts. */
  #merged(node: unknown, around: number): readonly (readonly [string, JsonValue])[] {
    if (!this.#counts(around)) return [];
    const target = isAlias(node) ? this.#target(node, around) : node;
    this.#keepAnchor(target);
    return this.#below("<<", () => {
      if (isSeq(target)) return target.items.flatMap((each) => this.#merged(each, around));
      return isMap(target) ? [...this.#members(target.items, around)] : [];
    });
  }

  /** Whether there is still room for a value. */
  #counts(offset: number): boolean {
    if (this.#path.length > DEEPEST) this.#fail(`the document is nested deeper than ${DEEPEST} levels`, offset);
    if (++this.#count > MOST_VALUES) this.#fail(`the document has more than ${MOST_VALUES} values`, offset);
    return this.failure === undefined;
  }

  /** What an alias stands for: what has had its anchor last. */
  #target({ source }: Alias, offset: number): unknown {
    const target = this.#anchors.get(source);
    if (target === undefined) this.#fail(`there is no anchor &${source} before the alias *${source}`, offset);
    return target;
  }

  #keepAnchor(node: unknown): void {
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (anchor !== undefined) this.#anchors.set(anchor, node);
  }

  #scalar({ value, source, type }: Scalar): JsonValue {
    if (type !== "PLAIN" || source === undefined) return this.#text.restore(String(value ?? ""));
    if (this.#isTemplate && YES_OR_NO.has(source)) return /^(?:y|on)/i.test(source);
    if (typeof value === "number") return this.#number(value, source);
    return typeof value === "boolean" || value === null ? value : this.#text.restore(source);
  }

  /** CloudFormation makes a text of a number where it needs one, so that of an account keeps its zeros. */
  #number(value: number, source: string): JsonValue {
    const isKept = Number.isFinite(value) && (!this.#isTemplate || String(value) === source);
    return isKept ? value : source;
  }

  #below<Result>(step: string | number, work: () => Result): Result {
    this.#path.push(step);
    const result = work();
    this.#path.pop();
    return result;
  }

  #fail(problem: string, offset: number): void {
    this.failure ??= { problem, offset };
  }
}

/** Source: https://yaml.org/type/bool.html, without the single letters, which parsers leave out. */
const YES_OR_NO: ReadonlySet<string> = new Set(
  ["yes", "no", "on", "off"].flatMap((word) => [word, word.toUpperCase(), `${word[0]?.toUpperCase()}${word.slice(1)}`]),
);

/** The tags of CloudFormation that are not the name of a function after `Fn::`. */
const FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ["!Ref", "Ref"],
  ["!Condition", "Condition"],
]);

/** A tag that is none of YAML's own. */
function tagOf(node: unknown): string | undefined {
  const tag = isScalar(node) || isMap(node) || isSeq(node) ? node.tag : undefined;
  return tag?.startsWith("!") === true && tag !== "!" ? tag : undefined;
}

function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.value === "<<" && key.type === "PLAIN";
}

function offsetOf(node: unknown, around: number): number {
  return isNodeWithRange(node) ? (node.range?.[0] ?? around) : around;
}

function isNodeWithRange(node: unknown): node is Node {
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node);
}

function isOfCloudFormation(contents: unknown): boolean {
  const first = isSeq(contents) ? contents.items[0] : contents;
  return (
    isMap(first) &&
    first.items.some(({ key, value }) => {
      const isResource = isMap(value) && value.has("Type") && value.has("Properties");
      return isResource || (isScalar(key) && OF_CLOUDFORMATION.has(key.value));
    })
  );
}
