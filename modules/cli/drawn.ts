/** What draws, in one file that is loaded only where something is drawn. */
import { drawTopology } from "../drawing/draw-topology";
import type { Proof } from "../reachability/model/proof";
import type { TerraformReading } from "../reachability/terraform/terraform-reading";
import { topologyOf } from "../topology/topology-of";

export { topologyAsJson } from "../topology/topology-as-json";
export { topologyAsMermaid } from "../topology/topology-as-mermaid";
export { drawTopology, topologyOf };

/** The picture of what was read. */
export function pictureOf(reading: TerraformReading, proof: Proof): string {
  return drawTopology(topologyOf(reading, proof));
}
