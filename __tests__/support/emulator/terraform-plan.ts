import { isJsonObject, type JsonObject } from "../../../scripts/emulator/json";

/** What a plan would do with one resource. */
export interface ResourceChange {
  /** Address, for example `"aws_vpc.network_vpc_0F5A7E2C"`. */
  readonly address: string;
  /** Type, for example `"aws_vpc"`. */
  readonly type: string;
  /** `["no-op"]`, `["create"]`, `["read"]`, `["update"]`, `["delete"]`, or two of them for a replacement. */
  readonly actions: readonly string[];
  /** Top-level attributes whose value would change; all of them for a creation. Sorted. */
  readonly attributes: readonly string[];
  /** The attributes as they are; empty for a creation. */
  readonly before: JsonObject;
  /** The attributes as they would be, without those known only after apply; empty for a deletion. */
  readonly after: JsonObject;
}

/** What `terraform show -json` says of a plan. */
export interface TerraformPlan {
  /** Every resource of the plan, also those that would not change. */
  readonly resourceChanges: readonly ResourceChange[];
  /** The resources that would change. Empty where a second plan finds what the first one applied. */
  readonly differences: readonly ResourceChange[];
  /** Names of the outputs that would change. */
  readonly outputChanges: readonly string[];
  /** The whole document. */
  readonly json: JsonObject;
}

/** Reads the document of `terraform show -json <plan>`. */
export function parsePlan(text: string): TerraformPlan {
  const json: unknown = JSON.parse(text);
  if (!isJsonObject(json)) throw new Error("terraform show -json wrote no JSON object");
  const { resource_changes: resources, output_changes: outputs } = json;
  const resourceChanges = (Array.isArray(resources) ? resources : []).map(parseResourceChange);
  const outputChanges = Object.entries(isJsonObject(outputs) ? outputs : {})
    .filter(([, change]) => !isIdle(actionsOf(change)))
    .map(([name]) => name);
  return { resourceChanges, differences: resourceChanges.filter((it) => !isIdle(it.actions)), outputChanges, json };
}

function isIdle(actions: readonly string[]): boolean {
  return actions.every((action) => action === "no-op" || action === "read");
}

function parseResourceChange(resource: unknown): ResourceChange {
  if (!isJsonObject(resource) || !isJsonObject(resource["change"]))
    throw new Error("a resource change without a change");
  const { address, type, change } = resource;
  if (typeof address !== "string" || typeof type !== "string" || !isJsonObject(change)) {
    throw new Error(`a resource change without an address and a type: ${JSON.stringify(resource)}`);
  }
  const before = isJsonObject(change["before"]) ? change["before"] : {};
  const after = isJsonObject(change["after"]) ? change["after"] : {};
  const unknown = isJsonObject(change["after_unknown"]) ? change["after_unknown"] : {};
  const names = new Set([...Object.keys(before), ...Object.keys(after), ...Object.keys(unknown)]);
  const attributes = [...names].filter((it) => hasUnknown(unknown[it]) || !sameJson(before[it], after[it])).sort();
  return { address, type, actions: actionsOf(change), attributes, before, after };
}

function actionsOf(change: unknown): string[] {
  const actions = isJsonObject(change) ? change["actions"] : undefined;
  return Array.isArray(actions) ? actions.filter((it) => typeof it === "string") : [];
}

/** `after_unknown` has `true` where a value is known only after apply; known parts are `false`, empty or left out. */
function hasUnknown(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasUnknown);
  return isJsonObject(value) ? Object.values(value).some(hasUnknown) : value === true;
}

function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}
