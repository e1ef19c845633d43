import type { Expression, ForExpression } from "./expression";
import { booleanOf, keyValue, membersOf, whyOpen } from "./known-value";
import { elementsOfOpenList } from "./open-list";
import { type Scope, withNames } from "./scope";
import { symbolicText } from "./symbolic-text";
import { listLike, literal, OPEN_ORDER, unknownValue, type Value } from "./value";

/** A `for` expression carried out. Where it is not known which items there are, nothing of it is. */
export function evaluateFor(
  { key, value: name, over, name: keyOf, item, grouped, condition }: ForExpression,
  scope: Scope,
  evaluate: (expression: Expression, scope: Scope) => Value,
): Value {
  const all = evaluate(over, scope);
  const entries = entriesOf(all);
  if (entries === undefined) return whyOpen(all) ?? unknownValue("what a for expression goes over is not known");
  const made: (readonly [string, Value])[] = [];
  for (const [index, value] of entries) {
    const names = new Map([[name, value], ...(key === undefined ? [] : [[key, index] as const])]);
    const inner = withNames(scope, names);
    const answer = condition === undefined ? literal(true) : evaluate(condition, inner);
    const isKept = booleanOf(answer);
    if (isKept === undefined) return whyOpen(answer) ?? unknownValue("whether an item is kept is not known");
    if (isKept) made.push([keyOf === undefined ? "" : symbolicText(evaluate(keyOf, inner)), evaluate(item, inner)]);
  }
  const items = made.map(([, value]) => value);
  if (keyOf === undefined) return listLike(items, [all]);
  return { kind: "object", members: grouped ? groups(made) : Object.fromEntries(made) };
}

/** The elements of a list by index, those of a set by themselves, or the members of an object by key. */
function entriesOf(value: Value): readonly (readonly [Value, Value])[] | undefined {
  const items = value.kind === "list" ? value.items : elementsOfOpenList(value);
  if (value.kind === "list" && value.isSet === true) return value.items.map((item) => [item, item]);
  const isOpen = value.kind === "list" && value.isUnordered === true;
  const keyAt = (index: number) => (isOpen ? OPEN_ORDER : literal(index));
  if (items !== undefined) return items.map((item, index) => [keyAt(index), item]);
  return membersOf(value)?.map(([key, member]) => [keyValue(key), member]);
}

function groups(made: readonly (readonly [string, Value])[]): Readonly<Record<string, Value>> {
  const byKey = new Map<string, Value[]>();
  for (const [key, value] of made) byKey.set(key, [...(byKey.get(key) ?? []), value]);
  return Object.fromEntries([...byKey].map(([key, items]) => [key, { kind: "list", items }]));
}
