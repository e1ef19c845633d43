import type { JsonPath } from "../../task/json/json-path";
import { isJsonObject, type JsonObject } from "../../values/is-json-value";
import type { JsonValue } from "../../values/json-value";
import { ownMember } from "../../values/own-member";
import { isPending } from "../../values/pending";
import { eitherList, eitherValue } from "./either";
import { isPlacedList, type PlacedValue, placedText } from "./placed-value";
import { defaultOf, isScalar, objectIn, reference, type TemplateSections } from "./template";
import { unresolvedText } from "./unresolved-text";

/** What works out a function of a template. It may come to nothing, as `AWS::NoValue` does. */
type Work = (argument: JsonValue, at: JsonPath) => PlacedValue | undefined;

/**
 * Works out the functions of a template, as far as the template tells: what only a deployment knows is an expression, and of a
 * condition both branches count. Its parameters may have defaults that decide it, and yet whoever deploys may give others, so
 * that an endpoint for the other branch is not left out.
 *
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export class Evaluator {
  readonly #template: TemplateSections;
  readonly #functions: ReadonlyMap<string, Work>;

  constructor(template: TemplateSections) {
    this.#template = template;
    this.#functions = new Map<string, Work>([
      ["Ref", (argument, at) => this.#ref(String(argument), at)],
      ["Fn::GetAtt", (argument, at) => this.#getAtt(argument, at)],
      ["Fn::Sub", (argument, at) => this.#sub(argument, at)],
      ["Fn::Join", (argument, at) => this.#join(argument, at)],
      ["Fn::Split", (argument, at) => this.#split(argument, at)],
      ["Fn::Select", (argument, at) => this.#select(argument, at)],
      ["Fn::FindInMap", (argument, at) => this.#findInMap(argument, at)],
      ["Fn::If", (argument, at) => this.#branches(argument, at).reduce(eitherBranch, undefined)],
    ]);
  }

  /** A value of the template; `undefined` where it is left out. */
  evaluate(value: JsonValue, at: JsonPath): PlacedValue | undefined {
    if (isScalar(value)) return { at, content: value };
    if (!isJsonObject(value)) return { at, content: this.#elements(value, at) };
    const called = functionIn(value);
    if (called !== undefined) {
      const [name, argument] = called;
      const work = this.#functions.get(name);
      const result = work === undefined ? { at, content: unknown(name, argument) } : work(argument, [...at, name]);
      // What comes to a single value stands where the function is called.
      return result === undefined || placedText(result) === undefined ? result : { ...result, at };
    }
    const members = Object.entries(value).flatMap(([name, member]) => {
      const evaluated = this.evaluate(member, [...at, name]);
      return evaluated === undefined ? [] : [[name, evaluated] as const];
    });
    return { at, content: new Map(members) };
  }

  /** The elements of a list; those of a condition stand side by side. */
  #elements(list: JsonValue, at: JsonPath): readonly PlacedValue[] {
    if (!Array.isArray(list)) return [];
    return list.flatMap((element: JsonValue, index) => this.#alternatives(element, [...at, index]));
  }

  #alternatives(element: JsonValue, at: JsonPath): readonly PlacedValue[] {
    const [name, argument] = (isJsonObject(element) ? functionIn(element) : undefined) ?? [];
    if (name !== "Fn::If" || !Array.isArray(argument)) {
      const evaluated = this.evaluate(element, at);
      return evaluated === undefined ? [] : [evaluated];
    }
    const [, ...branches] = argument;
    return branches
      .map((branch: JsonValue, index) => this.#alternatives(branch, [...at, name, index + 1]))
      .reduce<readonly PlacedValue[]>((one, other) => eitherList(one, other, name), []);
  }

  #branches(argument: JsonValue, at: JsonPath): readonly (PlacedValue | undefined)[] {
    const [, ...branches] = Array.isArray(argument) ? argument : [];
    return branches.map((branch: JsonValue, index) => this.evaluate(branch, [...at, index + 1]));
  }

  #ref(name: string, at: JsonPath): PlacedValue | undefined {
    if (name === "AWS::NoValue") return undefined;
    const given = defaultOf(this.#template, name);
    if (given === undefined) return { at, content: reference(this.#template, name) };
    return { at, content: isScalar(given) ? given : given.map((content) => ({ at, content })) };
  }

  #getAtt(argument: JsonValue, at: JsonPath): PlacedValue {
    const parts = Array.isArray(argument) ? argument.map(String) : String(argument).split(".");
    const [name = "", ...attribute] = parts;
    return { at, content: reference(this.#template, name, attribute.join(".")) };
  }

  #sub(argument: JsonValue, at: JsonPath): PlacedValue {
    const [pattern, variables] = Array.isArray(argument) ? argument : [argument];
    if (typeof pattern !== "string") return { at, content: unresolvedText("Fn::Sub") };
    const own = isJsonObject(variables) ? variables : {};
    const content = pattern.replace(/\$\{(!?)([^{}]*)\}/g, (mark, literal: string, inner: string) => {
      const name = inner.trim();
      // What is not replaced looks like an expression all the same.
      if (literal !== "") return mark.replace("!", "");
      const variable = ownMember(own, name);
      if (variable !== undefined) return placedText(this.evaluate(variable, [...at, 1, name])) ?? unresolvedText(name);
      if (name.includes(".")) return placedText(this.#getAtt(name, at)) ?? "";
      return placedText(this.#ref(name, at)) ?? unresolvedText(name);
    });
    return { at, content };
  }

  #join(argument: JsonValue, at: JsonPath): PlacedValue {
    const [delimiter, list] = Array.isArray(argument) ? argument : [];
    const parts = this.#parts(list, [...at, 1]);
    if (typeof delimiter !== "string" || parts === undefined) return { at, content: unresolvedText("Fn::Join") };
    return { at, content: parts.map((each) => placedText(each) ?? unresolvedText("Fn::Join")).join(delimiter) };
  }

  #split(argument: JsonValue, at: JsonPath): PlacedValue {
    const [delimiter, source] = Array.isArray(argument) ? argument : [];
    const text = source === undefined ? undefined : placedText(this.evaluate(source, [...at, 1]));
    if (typeof delimiter !== "string" || text === undefined || isPending(text)) {
      return { at, content: unresolvedText("Fn::Split") };
    }
    return { at, content: text.split(delimiter).map((content) => ({ at, content })) };
  }

  #select(argument: JsonValue, at: JsonPath): PlacedValue {
    const [index, list] = Array.isArray(argument) ? argument : [];
    const picked = this.#parts(list, [...at, 1])?.[Number(index)];
    return picked ?? { at, content: unresolvedText("Fn::Select") };
  }

  /** The elements of a list, each by itself; `undefined` where only a deployment knows them. */
  #parts(list: JsonValue | undefined, at: JsonPath): readonly PlacedValue[] | undefined {
    if (Array.isArray(list)) {
      return list.flatMap((each: JsonValue, index) => this.evaluate(each, [...at, index]) ?? []);
    }
    const evaluated = list === undefined ? undefined : this.evaluate(list, at);
    return evaluated !== undefined && isPlacedList(evaluated.content) ? evaluated.content : undefined;
  }

  /** A value of a mapping; of a key that only a deployment knows, what the values of all keys have in common. */
  #findInMap(argument: JsonValue, at: JsonPath): PlacedValue {
    const [map = "", ...keys] = Array.isArray(argument)
      ? argument.slice(0, 3).map((each: JsonValue, index) => placedText(this.evaluate(each, [...at, index])) ?? "")
      : [];
    let found: readonly JsonValue[] = [objectIn(this.#template.mappings, map)];
    for (const key of keys) {
      found = found.flatMap((each) => {
        if (!isJsonObject(each)) return [];
        return isPending(key) ? Object.values(each) : (ownMember(each, key) ?? []);
      });
    }
    const what = `Fn::FindInMap ${map}`;
    const [first, ...others] = found.map((each) => this.evaluate(each, at));
    const either = others.reduce((one, other) => eitherValue(one, other, what), first);
    return either ?? { at, content: unresolvedText(what) };
  }
}

function eitherBranch(one: PlacedValue | undefined, other: PlacedValue | undefined): PlacedValue | undefined {
  return eitherValue(one, other, "Fn::If");
}

/** The function that an object calls: its only member, with the argument. */
function functionIn(value: JsonObject): readonly [string, JsonValue] | undefined {
  const [first, ...others] = Object.entries(value);
  if (first === undefined || others.length > 0) return undefined;
  return first[0] === "Ref" || first[0].startsWith("Fn::") ? first : undefined;
}

/** What a function comes to that only a deployment works out. */
function unknown(name: string, argument: JsonValue): string {
  return unresolvedText(typeof argument === "string" ? `${name} ${argument}` : name);
}
