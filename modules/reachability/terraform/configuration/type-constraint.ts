import { Budget } from "../expressions/budget";
import { evaluateExpression } from "../expressions/evaluate-expression";
import type { Expression } from "../expressions/expression";
import { readExpression } from "../expressions/expression-reader";
import { booleanOf, numberOf } from "../expressions/known-value";
import { parseTemplate } from "../expressions/parse-template";
import { withoutNames } from "../expressions/scope";
import { callFunction } from "../expressions/terraform-functions";
import { ABSENT, literal, type Value } from "../expressions/value";

/** The type of a variable, in HCL an expression and in JSON the text of one. */
export function readType(json: unknown): Expression | undefined {
  if (typeof json !== "string") return undefined;
  return readExpression(json.replace(/^\$\{([\s\S]*)\}$/, "$1"), parseTemplate);
}

/**
 * A value as a variable of a type has it: with the defaults of what may be left out, and without what the type has not.
 *
 * Source: https://developer.hashicorp.com/terraform/language/expressions/type-constraints
 */
export function converted(value: Value, type: Expression | undefined): Value {
  if (type === undefined || (value.kind === "literal" && value.value === null)) return value;
  if (type.kind === "name") return primitive(value, type.name);
  if (type.kind !== "call") return value;
  const [inner] = type.arguments;
  switch (type.name) {
    case "list":
      return elements(value, inner);
    case "set":
      return value.kind === "list" ? callFunction("toset", [elements(value, inner)]) : value;
    case "map":
      return value.kind === "object" ? members(value.members, () => inner) : value;
    case "object":
      return value.kind === "object" && inner?.kind === "object" ? attributes(value.members, inner.members) : value;
    case "optional":
      return converted(value, inner);
    default:
      return value;
  }
}

function primitive(value: Value, type: string): Value {
  if (value.kind !== "literal") return value;
  const result =
    type === "string"
      ? String(value.value)
      : type === "number"
        ? numberOf(value)
        : type === "bool"
          ? booleanOf(value)
          : undefined;
  return result === undefined ? value : literal(result);
}

function elements(value: Value, type: Expression | undefined): Value {
  return value.kind === "list" ? { kind: "list", items: value.items.map((item) => converted(item, type)) } : value;
}

function members(given: Readonly<Record<string, Value>>, typeOf: (name: string) => Expression | undefined): Value {
  const all = Object.entries(given).map(([name, value]) => [name, converted(value, typeOf(name))] as const);
  return { kind: "object", members: Object.fromEntries(all) };
}

function attributes(
  given: Readonly<Record<string, Value>>,
  types: readonly (readonly [key: Expression, type: Expression])[],
): Value {
  const all = types.flatMap(([key, type]) => {
    if (key.kind !== "literal") return [];
    const name = String(key.value);
    const value = Object.hasOwn(given, name) ? (given[name] ?? ABSENT) : ABSENT;
    const isLeftOut = value.kind === "literal" && value.value === null;
    return [[name, isLeftOut ? defaultOf(type) : converted(value, type)] as const];
  });
  return { kind: "object", members: Object.fromEntries(all) };
}

/** Of `optional(type, default)` the default, and else null. */
function defaultOf(type: Expression): Value {
  const [inner, given] = type.kind === "call" && type.name === "optional" ? type.arguments : [];
  if (given === undefined) return ABSENT;
  const value = evaluateExpression(given, withoutNames(new Budget()));
  return converted(value, inner);
}
