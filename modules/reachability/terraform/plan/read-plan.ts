import { isObject } from "../../../values/is-object";
import type { ConfigurationSource } from "../configuration/module-source";
import { Budget } from "../expressions/budget";
import { objectAt, objectsAt, type TerraformJson, textAt } from "../expressions/terraform-json";
import { configurationBeside } from "./plan-configuration";
import type { PlanContext } from "./plan-context";
import { additions, relevance } from "./plan-effects";
import { PlanModule, type PlanSource } from "./plan-module";
import { PlanNames } from "./plan-names";
import { PlanRegions } from "./plan-regions";
import { PlanResource } from "./plan-resource";
import { isUnknown, type PlanInstance, type PlannedResource } from "./planned-resource";

/** Whether JSON is what `terraform show -json` prints of a plan or a state. */
export function isPlan(json: TerraformJson): boolean {
  return typeof json["format_version"] === "string" && (isObject(json["planned_values"]) || isObject(json["values"]));
}

/**
 * The resources of a plan or a state, as they are after the apply.
 *
 * What only the apply knows is taken from the configuration in the plan. It tells what an expression refers to, but not
 * how: an argument is read as being just what it refers to, which an argument that takes an id has to be. The page beside
 * this file, `README.md`, explains how.
 *
 * @param source the configuration beside the plan, which has the expressions. @default - there is none
 *
 * Source: https://developer.hashicorp.com/terraform/internals/json-format
 */
export function readPlan(json: TerraformJson, prefix: string, source?: ConfigurationSource): readonly PlanInstance[] {
  const configuration = objectAt(json, "configuration");
  const shared: PlanSource = {
    variables: objectAt(json, "variables"),
    providers: objectAt(configuration, "provider_config"),
    isRelevant: relevance(json),
  };
  const root = new PlanModule("", objectAt(configuration, "root_module"), shared);
  const regions = new PlanRegions(shared);
  const accounts = new Map<string, string>();
  const byAddress = new Map<string, PlanInstance>();
  const budget = new Budget();
  const context: PlanContext = {
    prefix,
    names: new PlanNames(),
    budget,
    resources: byAddress,
    accounts,
    beside: source && configurationBeside(json, prefix, source, { resources: byAddress, accounts, budget }),
    addsTo: additions(json),
  };
  const found = [...plannedResources(json)].map(([planned, path]) => {
    const module = path.reduce<PlanModule>((parent, { name, key }) => parent.child(name, key), root);
    const provider = module.providerOf(planned.name);
    regions.learn(provider, planned);
    const account = planned.type === "aws_caller_identity" ? textAt(planned.values, "account_id") : undefined;
    if (account !== undefined) accounts.set(`${prefix}${provider}`, account);
    return { planned, module, provider };
  });
  const resources = found.map(({ planned, module, provider }) => {
    const resource = new PlanResource(planned, module, provider, regions.of(planned, provider), context);
    module.add(resource);
    context.resources.set(resource.address, resource);
    return resource;
  });
  const [vpc, ...others] = resources.filter(({ type, planned }) => isVpc(type) && isUnknown(planned, "id"));
  if (vpc?.mode === "managed" && others.length === 0) context.onlyNewVpc = vpc;
  return resources;
}

function isVpc(type: string): boolean {
  return type === "aws_vpc" || type === "aws_default_vpc";
}

type ModulePath = readonly { readonly name: string; readonly key?: string | number }[];

/**
 * The resources that stay or come, and the data sources, those that were read before the plan too. What a plan with `-target` or
 * `-refresh-only` says nothing of stays as the state has it, and so does what only leaves the state.
 */
function* plannedResources(json: TerraformJson): Generator<readonly [PlannedResource, ModulePath]> {
  const changed = new Set<string | undefined>();
  for (const entry of objectsAt(json, "resource_changes")) {
    if (entry["deposed"] !== undefined) continue;
    const change = objectAt(entry, "change");
    const actions = Array.isArray(change["actions"]) ? change["actions"].map(String) : [];
    changed.add(textAt(entry, "address")).add(textAt(entry, "previous_address"));
    if (actions.length === 1 && actions[0] === "delete") continue;
    const isForgotten = actions.length === 1 && actions[0] === "forget";
    const resource = plannedResource(
      entry,
      objectAt(change, isForgotten ? "before" : "after"),
      objectAt(change, "after_unknown"),
      actions.includes("create"),
      false,
    );
    yield [resource, pathOf(textAt(entry, "module_address") ?? "")];
  }
  const state = isObject(json["values"]) ? json : objectAt(json, "prior_state");
  for (const [entry, path] of stateResources(objectAt(objectAt(state, "values"), "root_module"), "")) {
    const resource = plannedResource(entry, objectAt(entry, "values"), {}, false, true);
    if (changed.has(resource.address) || entry["deposed_key"] !== undefined) continue;
    yield [resource, pathOf(path)];
  }
}

function* stateResources(module: TerraformJson, path: string): Generator<readonly [TerraformJson, string]> {
  for (const resource of objectsAt(module, "resources")) yield [resource, path];
  for (const child of objectsAt(module, "child_modules")) yield* stateResources(child, textAt(child, "address") ?? "");
}

function plannedResource(
  entry: TerraformJson,
  values: TerraformJson,
  unknown: TerraformJson,
  created: boolean,
  isRead: boolean,
): PlannedResource {
  const mode = entry["mode"] === "data" ? "data" : "managed";
  const type = textAt(entry, "type") ?? "";
  const key = entry["index"];
  return {
    address: textAt(entry, "address") ?? "",
    mode,
    type,
    name: `${mode === "data" ? "data." : ""}${type}.${textAt(entry, "name") ?? ""}`,
    values,
    unknown,
    created,
    isRead,
    ...(typeof key === "string" || typeof key === "number" ? { key } : {}),
  };
}

/** `module.vpc.module.endpoints["a"]` as names and keys. */
function pathOf(address: string): ModulePath {
  if (address === "") return [];
  return [...address.matchAll(/module\.([\w-]+)(?:\[(\d+|"(?:[^"\\]|\\.)*")\])?/g)].map(([, name = "", key]) => {
    const parsed: unknown = key === undefined ? undefined : JSON.parse(key);
    return { name, ...(typeof parsed === "string" || typeof parsed === "number" ? { key: parsed } : {}) };
  });
}
