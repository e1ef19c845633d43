import type { Budget } from "../expressions/budget";
import { evaluateJson } from "../expressions/evaluate-expression";
import { navigate, type ValueStep } from "../expressions/navigate";
import { literal, unknownValue, type Value, valueOfJson } from "../expressions/value";
import type { PlanModule } from "./plan-module";

/**
 * The value of an expression of a configuration in JSON, which a plan has as it is written.
 *
 * @param key what `each.key` and `count.index` stand for
 */
export function evaluateTemplate(
  module: PlanModule,
  template: unknown,
  key: string | number | undefined,
  budget: Budget,
): Value {
  const lookUp = (name: string, [first, ...rest]: readonly ValueStep[]): Value => {
    const member = first?.kind === "member" ? first.name : "";
    if ((name === "each" && member === "key") || name === "count") return literal(key ?? null);
    if (name === "var" && module.call === undefined) return navigate(valueOfJson(module.rootVariable(member)), rest);
    const [second, ...others] = rest;
    if (name !== "data") return attributeAt(module, `${name}.${member}`, rest);
    return attributeAt(module, `data.${member}.${second?.kind === "member" ? second.name : ""}`, others);
  };
  return evaluateJson(template, { budget, lookUp });
}

function attributeAt(module: PlanModule, name: string, steps: readonly ValueStep[]): Value {
  const [first] = steps;
  const index = first?.kind === "index" && first.index.kind === "literal" ? first.index.value : undefined;
  const instances = module.instancesOf(name).filter(({ planned }) => index === undefined || planned.key === index);
  const [attribute, ...rest] = index === undefined ? steps : steps.slice(1);
  const [only, ...others] = instances;
  if (only === undefined || others.length > 0 || attribute?.kind !== "member") {
    return unknownValue(`the plan does not tell what \${${module.prefix}${name}} is`);
  }
  return navigate(only.attribute(attribute.name), rest);
}
