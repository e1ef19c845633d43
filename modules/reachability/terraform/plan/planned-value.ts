import { isObject } from "../../../values/is-object";
import type { TerraformJson } from "../expressions/terraform-json";
import { ABSENT, type Value, valueOfJson } from "../expressions/value";

/** A part of an argument, as it is looked for where only the apply knows it: the argument itself, or one in its blocks. */
export interface ArgumentPart {
  readonly name: string;
  /** What the configuration says of it: an expression, {@link DYNAMIC}, or `undefined` where it says nothing. */
  readonly expression: unknown;
  /** What is not known of the part in the blocks that have the same expression. */
  readonly siblings: readonly unknown[];
}

/** Looks for a part of an argument that only the apply knows. */
export interface PartFinder {
  find(part: ArgumentPart): Value;
}

/** Stands for the expression of a dynamic block, which a plan leaves out. */
export const DYNAMIC = Symbol("dynamic");

/**
 * A value of a plan, with what only the apply knows filled in.
 *
 * @param value what the plan knows of it
 * @param unknown which of it only the apply knows
 * @param finder looks for a part of it that only the apply knows
 */
export function plannedValue(value: unknown, unknown: unknown, part: ArgumentPart, finder: PartFinder): Value {
  if (unknown === true) return finder.find(part);
  if (Array.isArray(value) || Array.isArray(unknown)) {
    const [values, marks] = [itemsOf(value), itemsOf(unknown)];
    const items: Value[] = [];
    for (let index = 0; index < Math.max(values.length, marks.length); index += 1) {
      const [item, mark] = [values[index], marks[index]];
      items.push(
        isGiven(item, mark) ? singleValue(item) : plannedValue(item, mark, itemPart(part, index, marks), finder),
      );
    }
    return { kind: "list", items };
  }
  if (isObject(value) || isObject(unknown)) {
    const [values, marks] = [membersOf(value), membersOf(unknown)];
    const names = Object.keys(values);
    for (const name of Object.keys(marks)) if (!Object.hasOwn(values, name)) names.push(name);
    const members = names.map((name): readonly [string, Value] => {
      const [member, mark] = [values[name], marks[name]];
      return [
        name,
        isGiven(member, mark) ? singleValue(member) : plannedValue(member, mark, memberPart(part, name, marks), finder),
      ];
    });
    return { kind: "object", members: Object.fromEntries(members) };
  }
  return singleValue(value);
}

/** Whether a value is given as it is and has no parts, as most are, so that nobody asks how. */
function isGiven(value: unknown, unknown: unknown): boolean {
  return (unknown === undefined || unknown === false) && (typeof value !== "object" || value === null);
}

/** A value without parts. The provider writes what is not given as an empty text. */
export function singleValue(value: unknown): Value {
  return value === undefined || value === "" ? ABSENT : valueOfJson(value);
}

/** Blocks that are written one by one have an expression each. */
function itemPart({ name, expression }: ArgumentPart, index: number, marks: readonly unknown[]): ArgumentPart {
  return Array.isArray(expression)
    ? { name, expression: expression[index], siblings: [marks[index]] }
    : { name, expression, siblings: marks };
}

/** Blocks that one expression makes have it in common. */
function memberPart({ expression, siblings }: ArgumentPart, name: string, marks: TerraformJson): ArgumentPart {
  const isShared = expression === DYNAMIC || (isObject(expression) && Array.isArray(expression["references"]));
  if (isShared) return { name, expression, siblings: siblings.filter(isObject).map((sibling) => sibling[name]) };
  return { name, expression: isObject(expression) ? expression[name] : expression, siblings: [marks[name]] };
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function membersOf(value: unknown): TerraformJson {
  return isObject(value) ? value : {};
}
