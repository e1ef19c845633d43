/**
 * `cdktf-private-fargate/topology`: what a picture of any Terraform's network shows, and the picture, beside everything of
 * `cdktf-private-fargate/reachability`. It loads neither cdktf nor the provider. No other entry loads what draws.
 */

export * from "./reachability";

export { type DrawOptions, drawTopology } from "../drawing/draw-topology";
export { topology } from "../topology/network-topology";
export type {
  Link,
  Part,
  PartKind,
  Tier,
  Topology,
  TopologyFinding,
  TopologySubnet,
  TopologyVpc,
  TopologyZone,
  Way,
} from "../topology/topology";
export { topologyAsMermaid } from "../topology/topology-as-mermaid";
