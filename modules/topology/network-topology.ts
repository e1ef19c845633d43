import { type ProofOptions, proveReading, readDocuments } from "../reachability/prove-reachability";
import type { TerraformJson } from "../reachability/terraform/expressions/terraform-json";
import type { Topology } from "./topology";
import { topologyOf } from "./topology-of";

/**
 * What a picture of a network shows: its VPCs with zones, subnets and what stands in them, and the way of each call with its verdict.
 *
 * @param inputs configurations that belong together, as `proveReachability` takes them
 * @example
 * ```ts
 * import { readFileSync, writeFileSync } from "node:fs";
 * import { drawTopology, topology } from "cdktf-private-fargate/topology";
 *
 * const network = topology([JSON.parse(readFileSync("isolated.tf.json", "utf8"))]);
 * writeFileSync("network.svg", drawTopology(network));
 * console.log(`${network.verdict}: ${network.ways.length} calls`);
 * ```
 *
 * ```text
 * broken: 8 calls
 * ```
 * @throws {ConfigurationError} for a document that is no object, or nested hundreds of levels deep
 */
export function topology(inputs: readonly TerraformJson[], options: ProofOptions = {}): Topology {
  const reading = readDocuments(inputs, { networks: options.networks ?? [] });
  return topologyOf(reading, proveReading(reading, options));
}
