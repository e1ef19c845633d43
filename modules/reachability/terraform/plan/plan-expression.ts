import { isObject } from "../../../values/is-object";
import { readExpression } from "../expressions/expression-reader";
import type { TerraformJson } from "../expressions/terraform-json";
import { type Value, valueOfJson } from "../expressions/value";

/** What a reference in a plan names: a name with the steps that follow it, all of them literal. */
export interface PlanReference {
  /** As the plan has it. */
  readonly text: string;
  readonly steps: readonly (string | number)[];
  /** How often the expression has it. */
  readonly times: number;
}

/** What an expression of a plan's configuration says. A plan keeps constants, and of anything else only what it refers to. */
export interface PlanExpression {
  /** @default - it is no constant */
  readonly constant?: Value;
  /** The expression itself, which a plan has where the configuration is JSON, as cdktf writes it. @default - it is HCL */
  readonly template?: unknown;
  /** What it refers to, in the order of the expression; what `each` and `count` stand for left out. */
  readonly references: readonly PlanReference[];
  /** Whether it has `each.key`, `count.index`, or `each.value` as a whole, any of which can be the key of an instance. */
  readonly byInstance: boolean;
  /** What it takes out of `each.value`, step by step; empty for `each.value` itself. @default - it does not use it */
  readonly eachValue?: readonly (string | number)[] | undefined;
}

/** What was read, since an argument asks its expression for one thing after the other. */
const READ = new WeakMap<TerraformJson, PlanExpression>();

/** Reads an expression of a plan's configuration. */
export function readPlanExpression(json: unknown): PlanExpression {
  if (!isObject(json)) return { references: [], byInstance: false };
  const known = READ.get(json);
  if (known !== undefined) return known;
  const read = readObject(json);
  READ.set(json, read);
  return read;
}

function readObject(json: TerraformJson): PlanExpression {
  const template = json["constant_value"];
  const given = Array.isArray(json["references"]) ? json["references"].map(String) : [];
  if (template !== undefined && given.length === 0) {
    return { constant: valueOfJson(template), references: [], byInstance: false };
  }
  const times = new Map<string, number>();
  let byInstance = false;
  let eachValue: string | undefined;
  let previous: string | undefined;
  for (const text of given) {
    const isPart = isPartOf(text, previous);
    previous = text;
    if (isPart) continue;
    if (INSTANCE_KEY.test(text)) byInstance = true;
    // The last one, because a condition comes first: `each.value.type == … ? each.value.ids : …`.
    if (text.startsWith("each.value")) eachValue = text;
    if (!SURROUNDINGS.test(text)) times.set(text, (times.get(text) ?? 0) + 1);
  }
  return {
    references: Array.from(times).flatMap(([text, count]) => {
      const steps = readSteps(text);
      return steps === undefined ? [] : [{ text, steps, times: count }];
    }),
    template,
    byInstance,
    eachValue: eachValue === undefined ? undefined : (readSteps(eachValue) ?? []).slice(2),
  };
}

/** Names of what surrounds an expression, which is no resource. */
const SURROUNDINGS = /^(?:each|count|path|terraform|self)\./;

/** Names that can be the key of an instance. */
const INSTANCE_KEY = /^(?:each\.key|count\.index|each\.value)$/;

/** After a reference a plan lists what it is part of: `aws_vpc.main.id`, then `aws_vpc.main`. */
function isPartOf(text: string, previous: string | undefined): boolean {
  const next = previous?.startsWith(text) === true ? previous[text.length] : undefined;
  return next === "." || next === "[";
}

/** Names with nothing but names behind them, as nearly all references are. */
const NAMES = /^[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)+$/;

function readSteps(text: string): readonly (string | number)[] | undefined {
  if (NAMES.test(text)) return text.split(".");
  const expression = readExpression(text, (content) => ({ kind: "literal", value: content }));
  if (expression.kind !== "name") return undefined;
  const steps: (string | number)[] = [expression.name];
  for (const step of expression.steps) {
    if (step.kind === "member") steps.push(step.name);
    else if (step.kind === "index" && step.index.kind === "literal") {
      const { value } = step.index;
      steps.push(typeof value === "number" ? value : String(value));
    } else return undefined;
  }
  return steps;
}
