import type { PathStep } from "./expression";
import { isSymbolicKey, whyOpen } from "./known-value";
import { ABSENT, errorValue, listLike, OPEN_ORDER, unknownValue, type Value } from "./value";

/** A step whose index has been evaluated. */
export type ValueStep = PathStep<Value>;

/**
 * The value at the end of some steps.
 *
 * @param isInResource whether what is not given is absent; else it is an error
 */
export function navigate(value: Value, steps: readonly ValueStep[], isInResource = false): Value {
  const [step, ...rest] = steps;
  if (step === undefined || value.kind === "unknown") return value;
  if (value.kind === "reference") {
    const attribute = [value.attribute, ...steps.map(describe)].join("").replace(/^\./, "");
    return steps.some(isUnknownIndex)
      ? unknownValue(`an index into ${value.address} is not known`)
      : { ...value, attribute };
  }
  if (step.kind === "splat") {
    const isNothing = value.kind === "literal" && value.value === null;
    const items = value.kind === "list" ? value.items : isNothing ? [] : [value];
    return listLike(
      items.map((item) => navigate(item, rest, isInResource)),
      [value],
    );
  }
  const next =
    step.kind === "member" ? member(value, step.name, isInResource) : element(value, step.index, isInResource);
  return navigate(next, rest, isInResource || (value.kind === "whole" && value.isResource));
}

function member(value: Value, name: string, isInResource: boolean): Value {
  if (value.kind === "whole") return value.attribute(name);
  if (value.kind !== "object") return missing(value, `there is no ${name} in it`);
  if (Object.hasOwn(value.members, name)) return value.members[name] ?? ABSENT;
  if (isInResource) return ABSENT;
  return missing(value, `there is no ${name} in it`);
}

function element(value: Value, index: Value, isInResource: boolean): Value {
  if (index.kind !== "literal") return whyOpen(index) ?? unknownValue("an index is not known");
  if (value.kind === "list" && value.isUnordered === true) return OPEN_ORDER;
  if (value.kind === "list" && index.value !== null && /^\d+$/.test(String(index.value))) {
    return value.items[Number(index.value)] ?? errorValue(`there is no element ${index.value}`);
  }
  if (value.kind === "object" || value.kind === "whole") return member(value, String(index.value), isInResource);
  return missing(value, `there is no element ${String(index.value)}`);
}

/** Of text that is put together nobody knows what it holds, and a key that is not known may be the one. */
function missing(value: Value, because: string): Value {
  const isOpen = value.kind === "text" || (value.kind === "object" && Object.keys(value.members).some(isSymbolicKey));
  return isOpen ? unknownValue(because) : errorValue(because);
}

function isUnknownIndex(step: ValueStep): boolean {
  return step.kind === "index" && step.index.kind !== "literal";
}

function describe(step: ValueStep): string {
  if (step.kind === "member") return `.${step.name}`;
  if (step.kind === "splat") return "[*]";
  return step.index.kind === "literal" ? `[${JSON.stringify(step.index.value)}]` : "[?]";
}
