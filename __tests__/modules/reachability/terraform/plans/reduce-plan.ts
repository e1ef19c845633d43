import { isJsonObject, type JsonObject } from "../../../../../scripts/emulator/json";

/** A plan without what the reader does not read: values before, sensitive marks, schema versions, what is null. */
export function reducePlan(plan: JsonObject): JsonObject {
  return {
    ...pick(plan, ["format_version", "terraform_version", "variables", "relevant_attributes"]),
    planned_values: {},
    prior_state: { values: { root_module: reduceStateModule(at(plan, "prior_state", "values", "root_module")) } },
    resource_changes: objects(plan["resource_changes"]).map((entry) => ({
      ...pick(entry, ["address", "module_address", "mode", "type", "name", "index"]),
      change: {
        actions: at(entry, "change", "actions"),
        after: reduceValues(at(entry, "change", "after")),
        after_unknown: reduceValues(at(entry, "change", "after_unknown")),
      },
    })),
    configuration: {
      provider_config: at(plan, "configuration", "provider_config"),
      root_module: reduceModule(at(plan, "configuration", "root_module")),
    },
  };
}

function reduceModule(module: unknown): JsonObject {
  if (!isJsonObject(module)) return {};
  const calls = isJsonObject(module["module_calls"]) ? Object.entries(module["module_calls"]) : [];
  return {
    resources: objects(module["resources"]).map((resource) =>
      pick(resource, ["address", "mode", "type", "name", "provider_config_key", "expressions", "for_each_expression"]),
    ),
    ...pick(module, ["outputs"]),
    module_calls: Object.fromEntries(
      calls.map(([name, call]) => [name, { ...pick(call, ["expressions"]), module: reduceModule(at(call, "module")) }]),
    ),
  };
}

/** Of the state before the plan only data sources are read. */
function reduceStateModule(module: unknown): JsonObject {
  if (!isJsonObject(module)) return {};
  const resources = objects(module["resources"]).filter(({ mode }) => mode === "data");
  return {
    ...pick(module, ["address"]),
    resources: resources.map((resource) => ({
      ...pick(resource, ["address", "mode", "type", "name", "index"]),
      values: reduceValues(resource["values"]),
    })),
    child_modules: objects(module["child_modules"]).map(reduceStateModule),
  };
}

function reduceValues(values: unknown): unknown {
  if (!isJsonObject(values)) return values;
  const kept = Object.entries(values).filter(
    ([name, value]) => value !== null && !/^(?:tags_all|timeouts)$/.test(name),
  );
  return Object.fromEntries(kept);
}

function pick(value: unknown, names: readonly string[]): JsonObject {
  const entries = isJsonObject(value) ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter(([name]) => names.includes(name)));
}

function objects(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((found, name) => (isJsonObject(found) ? found[name] : undefined), value);
}
