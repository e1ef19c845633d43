import type { Truth } from "./truth";

/** What tells one thing of the network from another: an id, or what Terraform knows instead of it. */
export interface Identity {
  /**
   * `"created"`: the thing is created by this Terraform and has no id yet; `"adopted"`: it is there before, and taken over by
   * a resource that does not tell its id yet; `"id"`: the id itself; `"symbol"`: an expression that has the id only when
   * Terraform runs, for example a variable or a data source.
   */
  readonly kind: "created" | "adopted" | "id" | "symbol";
  /** Address of what is created, the id, or the expression. */
  readonly text: string;
}

/**
 * Whether two identities are one thing.
 *
 * An id that is written down belongs to something that existed before, so not to what is created here.
 */
export function sameIdentity(a: Identity, b: Identity): Truth {
  if (a.kind === b.kind && a.text === b.text) return "yes";
  if (a.kind === "symbol" || b.kind === "symbol") return "unknown";
  const isAdopted = a.kind === "adopted" || b.kind === "adopted";
  return isAdopted && a.kind !== "created" && b.kind !== "created" ? "unknown" : "no";
}
