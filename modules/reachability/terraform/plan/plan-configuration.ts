import { arnRegion } from "../../../aws/arn-region";
import { isObject, objectAt, type TerraformJson, textAt } from "../expressions/terraform-json";
import type { Value } from "../expressions/value";
import type { TerraformResource } from "../resources/terraform-resource";
import { additions, relevance } from "./plan-effects";
import { PlanModule } from "./plan-module";
import { PlanRegions } from "./plan-regions";
import { PlanResource } from "./plan-resource";
import type { PlannedResource, PlanSurroundings } from "./planned-resource";

/** Whether JSON is what `terraform show -json` prints of a plan or a state. */
export function isPlan(json: TerraformJson): boolean {
  return typeof json["format_version"] === "string" && (isObject(json["planned_values"]) || isObject(json["values"]));
}

/**
 * The resources of a plan or a state, as they are after the apply.
 *
 * What only the apply knows is taken from the configuration in the plan. It tells what an expression refers to, but not
 * how: an argument is read as being just what it refers to, which an argument that takes an id has to be.
 *
 * Source: https://developer.hashicorp.com/terraform/internals/json-format
 */
export function readPlan(json: TerraformJson, prefix: string): readonly TerraformResource[] {
  const configuration = objectAt(json, "configuration");
  const source = {
    variables: objectAt(json, "variables"),
    isRelevant: relevance(json),
    providers: objectAt(configuration, "provider_config"),
  };
  const root = new PlanModule("", objectAt(configuration, "root_module"), source);
  const surroundings: PlanSurroundings = { resources: new Map(), addsTo: additions(json) };
  const planned = [...plannedResources(json)];
  const regions = new PlanRegions(configuration, source.variables);
  const found = planned.map(([entry, path]) => {
    const module = path.reduce<PlanModule>((parent, { name, key }) => parent.child(name, key), root);
    const provider = module.providerOf(entry.name);
    regions.learn(provider, entry);
    return { entry, module, provider };
  });
  const resources = found.map(({ entry, module, provider }) => {
    const at = { address: `${prefix}${provider}`, region: ownRegion(entry) ?? regions.of(provider) };
    const resource = new PlanResource(entry, module, prefix, at, surroundings);
    module.add(resource);
    surroundings.resources.set(resource.address, resource);
    return resource;
  });
  const [vpc, ...others] = resources.filter(({ type, hasNewId }) => type === "aws_vpc" && hasNewId);
  if (vpc?.mode === "managed" && others.length === 0) surroundings.onlyNewVpc = vpc;
  return resources;
}

type ModulePath = readonly { readonly name: string; readonly key?: string | number }[];

/** The resources that stay or come, and the data sources, those that were read before the plan too. */
function* plannedResources(json: TerraformJson): Generator<readonly [PlannedResource, ModulePath]> {
  const seen = new Set<string>();
  const changes = Array.isArray(json["resource_changes"]) ? json["resource_changes"].filter(isObject) : [];
  for (const entry of changes) {
    const change = objectAt(entry, "change");
    const actions = Array.isArray(change["actions"]) ? change["actions"].map(String) : [];
    if (actions.length === 1 && (actions[0] === "delete" || actions[0] === "forget")) continue;
    const resource = plannedResource(
      entry,
      objectAt(change, "after"),
      change["after_unknown"],
      actions.includes("create"),
    );
    seen.add(resource.address);
    yield [resource, pathOf(textAt(entry, "module_address") ?? "")];
  }
  const state = isObject(json["values"]) ? json : objectAt(json, "prior_state");
  const isState = isObject(json["values"]);
  for (const [entry, path] of stateResources(objectAt(objectAt(state, "values"), "root_module"), "")) {
    const resource = plannedResource(entry, objectAt(entry, "values"), {}, false);
    if (seen.has(resource.address) || (!isState && resource.mode !== "data")) continue;
    yield [resource, pathOf(path)];
  }
}

function* stateResources(module: TerraformJson, path: string): Generator<readonly [TerraformJson, string]> {
  const list = (name: string) => (Array.isArray(module[name]) ? module[name].filter(isObject) : []);
  for (const resource of list("resources")) yield [resource, path];
  for (const child of list("child_modules")) yield* stateResources(child, textAt(child, "address") ?? "");
}

function plannedResource(
  entry: TerraformJson,
  values: TerraformJson,
  unknown: unknown,
  created: boolean,
): PlannedResource {
  const mode = entry["mode"] === "data" ? "data" : "managed";
  const type = textAt(entry, "type") ?? "";
  const key = entry["index"];
  return {
    address: textAt(entry, "address") ?? "",
    mode,
    type,
    name: `${mode === "data" ? "data." : ""}${type}.${textAt(entry, "name") ?? ""}`,
    ...(typeof key === "string" || typeof key === "number" ? { key } : {}),
    values,
    unknown: isObject(unknown) ? unknown : {},
    created,
  };
}

/** `module.vpc.module.endpoints["a"]` as names and keys. */
function pathOf(address: string): ModulePath {
  return [...address.matchAll(/module\.([\w-]+)(?:\[(\d+|"(?:[^"\\]|\\.)*")\])?/g)].map(([, name = "", key]) => {
    const parsed: unknown = key === undefined ? undefined : JSON.parse(key);
    return { name, ...(typeof parsed === "string" || typeof parsed === "number" ? { key: parsed } : {}) };
  });
}

/** From provider 6 on a resource has a Region of its own, which the plan fills in; what exists has one in its ARN. */
function ownRegion({ values, mode }: PlannedResource): Value | undefined {
  const region = mode === "managed" ? (textAt(values, "region") ?? arnRegion(textAt(values, "arn") ?? "")) : undefined;
  return region === undefined || region === "" ? undefined : { kind: "literal", value: region };
}
