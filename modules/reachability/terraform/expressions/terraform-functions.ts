import { CODE_FUNCTIONS } from "./code-functions";
import { jsonDecode } from "./json-functions";
import { jsonText } from "./json-text";
import { hasError, isSurelySet, whyOpen } from "./known-value";
import { LIST_FUNCTIONS } from "./list-functions";
import { MAP_FUNCTIONS } from "./map-functions";
import { misfit } from "./misfit";
import { NUMBER_FUNCTIONS } from "./number-functions";
import type { TerraformFunction } from "./terraform-function";
import { TEXT_FUNCTIONS } from "./text-functions";
import { errorValue, literal, type UnknownValue, unknownValue, type Value } from "./value";

/** The functions that are evaluated, exactly as Terraform does. Source: https://developer.hashicorp.com/terraform/language/functions */
const FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map(
  Object.entries<TerraformFunction>({
    ...CODE_FUNCTIONS,
    ...LIST_FUNCTIONS,
    ...MAP_FUNCTIONS,
    ...NUMBER_FUNCTIONS,
    ...TEXT_FUNCTIONS,
    coalesce,
    jsondecode: jsonDecode,
    jsonencode: ([value]) => value && jsonText(value),
    nonsensitive: ([value]) => value,
    sensitive: ([value]) => value,
  }),
);

/** The value of a function call; unknown for a function that is not evaluated. */
export function callFunction(name: string, given: readonly Value[]): Value {
  if (name === "try") return attempt(given);
  if (name === "can") return canBe(given[0]);
  const called = FUNCTIONS.get(name);
  if (called === undefined) return unknownValue(`the value of ${name}(…) is known to Terraform only`);
  return (
    given.find((value): value is UnknownValue => value.kind === "unknown" && value.isError === true) ??
    misfit(name, given) ??
    called(given) ??
    given.map(whyOpen).find((why) => why !== undefined) ??
    unknownValue(`the value of ${name}(…) is known to Terraform only`)
  );
}

/** The first argument that is neither null nor an empty text. */
function coalesce(given: readonly Value[]): Value | undefined {
  for (const value of given) {
    if (isSurelySet(value)) return value;
    if (value.kind !== "literal") return undefined;
  }
  return errorValue("none of them is given");
}

/** The first argument in which Terraform reports no error. */
function attempt(given: readonly Value[]): Value {
  const value = given.find((each) => !hasError(each)) ?? errorValue("none of them has a value");
  return mayFail(value) ? unknownValue("whether it has a value is known to Terraform only") : value;
}

function canBe(value: Value | undefined): Value {
  if (value === undefined || hasError(value)) return literal(false);
  return value.kind === "unknown" || mayFail(value)
    ? unknownValue("whether it has a value is known to Terraform only")
    : literal(true);
}

/** A step into what only an apply knows may lead nowhere; an attribute of a resource is always there. */
function mayFail(value: Value): boolean {
  return value.kind === "reference" && (value.type === undefined || !/^\w+$/.test(value.attribute));
}
