import type { Topology } from "./topology";

/** A topology for JSON, with the version of its form. */
export function topologyAsJson(topology: Topology): Topology & { readonly version: 1 } {
  return { version: 1, ...topology };
}
