import { isJsonObject, type JsonObject } from "../values/is-json-value";
import type { JsonValue } from "../values/json-value";

/** A resource that a plan has, as it is or as it is to be. */
export interface ResourceOfPlan {
  readonly address: string;
  readonly type: string;
  /** What is known of its attributes. */
  readonly values: JsonObject;
  /** The one attribute of another resource that gives an attribute, for example `vpc_id` by `aws_vpc.main` and `id`. */
  readonly references: ReadonlyMap<string, { readonly address: string; readonly attribute: string }>;
  /** Attributes of which an apply decides. */
  readonly unknown: ReadonlySet<string>;
}

/** The resources of a plan, by what happens to them. */
export interface ResourcesOfPlan {
  /** Stand in the state, and would be destroyed. */
  readonly leaving: readonly ResourceOfPlan[];
  /** Would be created. */
  readonly arriving: readonly ResourceOfPlan[];
  /** Stand in the state at their address, as they are now. */
  readonly staying: readonly ResourceOfPlan[];
}

/** Reads what `terraform show -json PLAN` writes; `undefined` where it is something else. */
export function resourcesOfPlan(plan: JsonValue): ResourcesOfPlan | undefined {
  const changes = isJsonObject(plan) ? plan["resource_changes"] : undefined;
  if (!isJsonObject(plan) || !isArray(changes)) return undefined;
  const references = referencesIn(plan);
  // What an interrupted replacement has left beside a resource is destroyed at the address of what stays.
  const managed = changes
    .filter(isJsonObject)
    .filter(({ mode, deposed }) => mode === "managed" && deposed === undefined);
  const having = (wanted: (actions: string) => boolean, side: "before" | "after") =>
    managed.flatMap((each) => {
      const change = each["change"];
      if (!isJsonObject(change) || !isArray(change["actions"]) || !wanted(change["actions"].join())) return [];
      return resourceOf(each, change, side, references);
    });
  return {
    leaving: having((actions) => actions === "delete", "before"),
    arriving: having((actions) => actions === "create", "after"),
    staying: having((actions) => !["delete", "create"].includes(actions), "before"),
  };
}

function resourceOf(
  { address, type }: JsonObject,
  change: JsonObject,
  side: "before" | "after",
  references: ReadonlyMap<string, ResourceOfPlan["references"]>,
): readonly ResourceOfPlan[] {
  const values = change[side];
  if (typeof address !== "string" || typeof type !== "string" || !isJsonObject(values)) return [];
  const pending = side === "after" ? change["after_unknown"] : {};
  const unknown = Object.entries(isJsonObject(pending) ? pending : {}).flatMap(([name, is]) =>
    is === true ? [name] : [],
  );
  return [
    {
      address,
      type,
      values,
      unknown: new Set(unknown),
      references: references.get(address.replace(/\[[^\]]*\]$/, "")) ?? new Map(),
    },
  ];
}

/** What gives the attributes of the resources of the root module, by address. */
function referencesIn(plan: JsonObject): ReadonlyMap<string, ResourceOfPlan["references"]> {
  const resources = at(plan, "configuration", "root_module", "resources");
  return new Map(
    (isArray(resources) ? resources : []).filter(isJsonObject).map(({ address, expressions }) => {
      const entries = Object.entries(isJsonObject(expressions) ? expressions : {}).flatMap(([name, expression]) => {
        const reference = onlyReference(at(expression, "references"));
        return reference === undefined ? [] : [[name, reference] as const];
      });
      return [String(address), new Map(entries)] as const;
    }),
  );
}

/** Terraform lists `aws_vpc.main.id`, and then the `aws_vpc.main` in it. */
function onlyReference(listed: JsonValue | undefined): { address: string; attribute: string } | undefined {
  const texts = isArray(listed) ? listed.filter((each) => typeof each === "string") : [];
  const [first = "", second, ...more] = texts;
  const [, address, attribute] = /^(.+)\.([a-z0-9_]+)$/.exec(first) ?? [];
  if (address === undefined || attribute === undefined || second !== address || more.length > 0) return undefined;
  return { address, attribute };
}

function at(value: JsonValue | undefined, ...path: readonly string[]): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>((each, key) => (isJsonObject(each) ? each[key] : undefined), value);
}

function isArray(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}
