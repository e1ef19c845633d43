import type { PathStep } from "./expression";
import { ABSENT, unknownValue, type Value } from "./value";

/** A step whose index has been evaluated. */
export type ValueStep = PathStep<Value>;

/** The value at the end of some steps. */
export function navigate(value: Value, steps: readonly ValueStep[]): Value {
  const [step, ...rest] = steps;
  if (step === undefined || value.kind === "unknown") return value;
  if (value.kind === "reference") {
    const attribute = [value.attribute, ...steps.map(describe)].join("").replace(/^\./, "");
    return steps.some(isUnknownIndex)
      ? unknownValue(`an index into ${value.address} is not known`)
      : { ...value, attribute };
  }
  if (step.kind === "splat") {
    const items = value.kind === "list" ? value.items : [value];
    return { kind: "list", items: items.map((item) => navigate(item, rest)) };
  }
  return navigate(step.kind === "member" ? member(value, step.name) : element(value, step.index), rest);
}

/** Terraform takes the attribute of a block list with a single block in JSON as the block's own. */
function member(value: Value, name: string): Value {
  if (value.kind !== "object") return unknownValue(`there is no ${name} in it`);
  return Object.hasOwn(value.members, name) ? (value.members[name] ?? ABSENT) : ABSENT;
}

function element(value: Value, index: Value): Value {
  if (index.kind !== "literal") return unknownValue("an index is not known");
  if (value.kind === "list" && typeof index.value === "number") {
    return value.items[index.value] ?? unknownValue(`there is no element ${index.value}`);
  }
  if (value.kind === "object") return member(value, String(index.value));
  // A block list with one block may be written as the block itself.
  return unknownValue(`there is no element ${String(index.value)}`);
}

function isUnknownIndex(step: ValueStep): boolean {
  return step.kind === "index" && step.index.kind !== "literal";
}

function describe(step: ValueStep): string {
  if (step.kind === "member") return `.${step.name}`;
  if (step.kind === "splat") return "[*]";
  return step.index.kind === "literal" ? `[${JSON.stringify(step.index.value)}]` : "[?]";
}
