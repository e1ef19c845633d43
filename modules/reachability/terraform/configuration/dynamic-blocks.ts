import { isObject } from "../../../values/is-object";
import { keyValue, membersOf } from "../expressions/known-value";
import { elementsOfOpenList } from "../expressions/open-list";
import { type TerraformJson, textAt } from "../expressions/terraform-json";
import { literal, unknownValue, type Value } from "../expressions/value";
import { iteratorNames, type LocalNames } from "./instances";

/** Evaluates JSON with names that count in it. */
export type Evaluate = (json: unknown, names: LocalNames) => Value;

/** The `dynamic` blocks of a name, as they are written. @returns `undefined` where the block has none */
export function dynamicBlocks(block: TerraformJson, name: string): readonly TerraformJson[] | undefined {
  const dynamic = block["dynamic"];
  const given = isObject(dynamic) && Object.hasOwn(dynamic, name) ? dynamic[name] : undefined;
  const blocks = (Array.isArray(given) ? given : [given]).filter(isObject).filter((each) => "for_each" in each);
  return blocks.length === 0 ? undefined : blocks;
}

/**
 * An argument of a block with its `dynamic` blocks carried out, behind those that are written one by one.
 *
 * @param address what has the block
 */
export function blocksOf(
  block: TerraformJson,
  name: string,
  dynamic: readonly TerraformJson[],
  names: LocalNames,
  evaluate: Evaluate,
  address: string,
): Value {
  const written = block[name] ?? [];
  const items: Value[] = (Array.isArray(written) ? written : [written]).map((each) =>
    blockValue(each, names, evaluate, address),
  );
  for (const { for_each: forEach, content, ...more } of dynamic) {
    const over = entriesOf(evaluate(forEach, names));
    if (over === undefined) return unknownValue(`${address} makes its blocks "${name}" dynamically`);
    const iterator = textAt(more, "iterator")?.replace(/^\$\{(.*)\}$/, "$1") ?? name;
    const [body] = Array.isArray(content) ? content : [content];
    for (const [key, value] of over) {
      const inner = new Map([...names, ...iteratorNames(iterator, key, value)]);
      items.push(blockValue(body ?? {}, inner, evaluate, address));
    }
  }
  return { kind: "list", items };
}

/** The value of a block or an argument, with the dynamic blocks in it. */
export function blockValue(json: unknown, names: LocalNames, evaluate: Evaluate, address: string): Value {
  if (Array.isArray(json) && json.some(hasDynamic)) {
    return { kind: "list", items: json.map((each) => blockValue(each, names, evaluate, address)) };
  }
  if (!isObject(json) || !hasDynamic(json)) return evaluate(json, names);
  const { dynamic, ...rest } = json;
  const all = new Set([...Object.keys(rest), ...Object.keys(isObject(dynamic) ? dynamic : {})]);
  const members = [...all].map((name) => [name, blockArgument(json, name, names, evaluate, address)] as const);
  return { kind: "object", members: Object.fromEntries(members) };
}

/** An argument of a block. */
export function blockArgument(
  block: TerraformJson,
  name: string,
  names: LocalNames,
  evaluate: Evaluate,
  address: string,
): Value {
  const dynamic = dynamicBlocks(block, name);
  return dynamic === undefined
    ? blockValue(block[name], names, evaluate, address)
    : blocksOf(block, name, dynamic, names, evaluate, address);
}

function hasDynamic(json: unknown): boolean {
  if (!isObject(json)) return false;
  const { dynamic } = json;
  return isObject(dynamic) && Object.keys(dynamic).some((name) => dynamicBlocks(json, name) !== undefined);
}

/** A set has its elements for keys, the blocks of a prefix list their places; a key that nobody knows is none. */
function entriesOf(over: Value): readonly (readonly [Value, Value])[] | undefined {
  if (over.kind === "list") return over.items.map((item) => [item, item]);
  const open = elementsOfOpenList(over)?.map((element, index) => [literal(index), element] as const);
  return open ?? membersOf(over)?.map(([key, value]) => [keyValue(key), value]);
}
