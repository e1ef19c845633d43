import { isObject } from "../../../values/is-object";
import { Budget } from "../expressions/budget";
import { evaluateJson } from "../expressions/evaluate-expression";
import { withoutNames } from "../expressions/scope";
import type { TerraformJson } from "../expressions/terraform-json";
import type { Value } from "../expressions/value";
import { converted, readType } from "./type-constraint";

/**
 * The value of a variable: what it is given, or its default.
 *
 * @param given `undefined` where it is not given
 * @returns `undefined` where it has neither
 */
export function variableValue(declaration: TerraformJson, given: Value | undefined): Value | undefined {
  const isNull = given?.kind === "literal" && given.value === null;
  const counts = given !== undefined && !(isNull && declaration["nullable"] === false);
  const value = counts ? given : defaultOf(declaration);
  return value && converted(value, readType(declaration["type"]));
}

function defaultOf(declaration: TerraformJson): Value | undefined {
  return Object.hasOwn(declaration, "default") ? constant(declaration["default"]) : undefined;
}

/** JSON in which nothing is referred to. */
export function constant(json: unknown): Value {
  return evaluateJson(json, withoutNames(new Budget()));
}

/** The block with a name, in JSON an object and in HCL a list of one. */
export function blockAt(json: TerraformJson, name: string): TerraformJson | undefined {
  const block = Object.hasOwn(json, name) ? json[name] : undefined;
  const [body] = Array.isArray(block) ? block : [block];
  return isObject(body) ? body : undefined;
}
