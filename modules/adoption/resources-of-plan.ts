import { isJsonObject, type JsonObject } from "../values/is-json-value";
import type { JsonValue } from "../values/json-value";
import { jsonAt } from "./json-at";
import { type AttributeReference, configuredResource } from "./plan-references";
import { type ProviderOfPlan, providerOfPlan } from "./provider-of-plan";

/** A resource that a plan has, as it is or as it is to be. */
export interface ResourceOfPlan {
  readonly address: string;
  readonly type: string;
  /** What is known of its attributes. */
  readonly values: JsonObject;
  /** What gives its attributes, by their names. */
  readonly references: ReadonlyMap<string, AttributeReference>;
  /** The attributes and blocks that the configuration says. @default - the configuration does not have the resource */
  readonly configured?: ReadonlySet<string>;
  /** Attributes of which an apply decides. */
  readonly unknown: ReadonlySet<string>;
  /** Who makes it. @default - it is one that stands, of which a plan does not tell */
  readonly provider?: ProviderOfPlan;
}

/** The resources of a plan, by what happens to them. */
export interface ResourcesOfPlan {
  /** Stand in the state, and would be destroyed. */
  readonly leaving: readonly ResourceOfPlan[];
  /** Stand in the state, and would leave it by a block `removed`, but not the account. */
  readonly forgotten: readonly ResourceOfPlan[];
  /** Would be created. */
  readonly arriving: readonly ResourceOfPlan[];
  /** Stand in the state at their address, as they are now. */
  readonly staying: readonly ResourceOfPlan[];
  /** What blocks that stand already move; they are said again, for the file in which they stand is written anew. */
  readonly moved: readonly { readonly from: string; readonly to: string }[];
  /** What blocks that stand already import, likewise. */
  readonly importing: readonly { readonly to: string; readonly id: string }[];
}

/** Reads what `terraform show -json PLAN` writes; `undefined` where it is something else. */
export function resourcesOfPlan(plan: JsonValue): ResourcesOfPlan | undefined {
  const changes = isJsonObject(plan) ? plan["resource_changes"] : undefined;
  if (!isJsonObject(plan) || !isArray(changes)) return undefined;
  // What an interrupted replacement has left beside a resource is destroyed at the address of what stays.
  const managed = changes
    .filter(isJsonObject)
    .filter(({ mode, deposed }) => mode === "managed" && deposed === undefined);
  const having = (wanted: (actions: string) => boolean, side: "before" | "after") =>
    managed.flatMap((each) => {
      const change = each["change"];
      if (!isJsonObject(change) || !isArray(change["actions"]) || !wanted(change["actions"].join())) return [];
      return resourceOf(each, change, side, plan);
    });
  return {
    leaving: having((actions) => actions === "delete", "before"),
    forgotten: having((actions) => actions === "forget", "before"),
    arriving: having((actions) => actions === "create", "after"),
    staying: having((actions) => !["delete", "forget", "create"].includes(actions), "before"),
    moved: managed.flatMap(({ address: to, previous_address: from }) =>
      typeof to === "string" && typeof from === "string" ? [{ from, to }] : [],
    ),
    importing: managed.flatMap(({ address: to, change }) => {
      const id = jsonAt(change, "importing", "id");
      return typeof to === "string" && typeof id === "string" ? [{ to, id }] : [];
    }),
  };
}

function resourceOf(
  { address, type }: JsonObject,
  change: JsonObject,
  side: "before" | "after",
  plan: JsonObject,
): readonly ResourceOfPlan[] {
  const values = change[side];
  if (typeof address !== "string" || typeof type !== "string" || !isJsonObject(values)) return [];
  const pending = side === "after" ? change["after_unknown"] : {};
  const unknown = Object.entries(isJsonObject(pending) ? pending : {}).flatMap(([name, is]) =>
    is === true ? [name] : [],
  );
  const { references, configured, provider: key } = configuredResource(plan, address);
  const said = configured === undefined ? {} : { configured };
  const resource = { address, type, values, ...said, unknown: new Set(unknown) };
  if (side === "before") return [{ ...resource, references: new Map() }];
  const provider = providerOfPlan(plan, key);
  return [{ ...resource, references, ...(provider === undefined ? {} : { provider }) }];
}

function isArray(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}
