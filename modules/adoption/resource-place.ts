import type { JsonObject } from "../values/is-json-value";
import type { JsonValue } from "../values/json-value";

/** Where something is, as far as that is known. What is global has no Region. */
export interface ResourcePlace {
  readonly region: string | undefined;
  readonly account: string | undefined;
}

/** Where a provider makes things. */
export interface ProviderPlaces {
  readonly place: ResourcePlace;
  /** Regions of the other configurations of providers. */
  readonly otherRegions: ReadonlySet<string>;
}

/** The account in an ARN. */
export function accountOfArn(arn: JsonValue | undefined): string | undefined {
  return partsOf(arn)?.[4] || undefined;
}

/** Whether something that stands is known to be in another Region or account than that in which a provider makes things. */
export function isElsewhere(standing: JsonObject, to: JsonObject, provider: ProviderPlaces | undefined): boolean {
  if (provider === undefined) return false;
  const arn = partsOf(standing["arn"]) ?? partsOf(standing["id"]);
  const account = arn?.[4];
  if (account && provider.place.account !== undefined && account !== provider.place.account) return true;
  const region = textOf(standing["region"]) ?? textOf(arn?.[3]);
  if (region === undefined) return false;
  // Version 6 of the provider says the Region of each resource.
  const wanted = textOf(to["region"]) ?? provider.place.region;
  return wanted === undefined ? provider.otherRegions.has(region) : wanted !== region;
}

function partsOf(arn: JsonValue | undefined): readonly string[] | undefined {
  return typeof arn === "string" && arn.startsWith("arn:") ? arn.split(":") : undefined;
}

function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
