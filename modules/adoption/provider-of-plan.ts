import { isJsonObject, type JsonObject } from "../values/is-json-value";
import type { JsonValue } from "../values/json-value";
import { jsonAt } from "./json-at";
import { accountOfArn, type ProviderPlaces, type ResourcePlace } from "./resource-place";

/** The configuration of a provider that makes a resource. */
export interface ProviderOfPlan extends ProviderPlaces {
  /** As the root module says it, for example `aws.far`; with the module before it where a module has its own. */
  readonly key: string;
}

/** The provider of a resource, by the key that its configuration has; `undefined` where the plan has none. */
export function providerOfPlan(plan: JsonObject, key: JsonValue | undefined): ProviderOfPlan | undefined {
  const all = jsonAt(plan, "configuration", "provider_config");
  if (typeof key !== "string" || !isJsonObject(all)) return undefined;
  const others = Object.keys(all).filter((each) => each !== key);
  return {
    key,
    place: placeOf(plan, all[key]),
    otherRegions: new Set(others.flatMap((each) => placeOf(plan, all[each]).region ?? [])),
  };
}

/** The line with which a block of the root module says the provider: none for the one that it has anyway. */
export function providerLine(provider: ProviderOfPlan | undefined): readonly string[] {
  return provider === undefined || provider.key === "aws" ? [] : [`provider = ${provider.key}`];
}

/** Whether a block of the root module can say the provider. */
export function isOfRoot(provider: ProviderOfPlan | undefined): boolean {
  return provider === undefined || !provider.key.includes(":");
}

function placeOf(plan: JsonObject, configuration: JsonValue | undefined): ResourcePlace {
  const region = textBehind(plan, jsonAt(configuration, "expressions", "region"));
  const assumed = jsonAt(configuration, "expressions", "assume_role");
  const role = Array.isArray(assumed) ? textBehind(plan, jsonAt(assumed.at(-1), "role_arn")) : undefined;
  return { region, account: accountOfArn(role) };
}

/** A constant, or a variable of the root module. */
function textBehind(plan: JsonObject, expression: JsonValue | undefined): string | undefined {
  const references = jsonAt(expression, "references");
  const [, variable] = /^var\.([^.[]+)$/.exec(Array.isArray(references) ? references.join(" ") : "") ?? [];
  const value =
    variable === undefined ? jsonAt(expression, "constant_value") : jsonAt(plan, "variables", variable, "value");
  return typeof value === "string" ? value : undefined;
}
