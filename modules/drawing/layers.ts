import type { Topology } from "../topology/topology";

/** The VPCs, and what stands between and behind them, from what calls to what is called. */
export interface Layers {
  /** What a part is in: the id of its VPC, or its own outside of all. */
  nodeOf(part: string): string | undefined;
  layerOf(node: string): number;
}

/** In which column each VPC and each thing outside of all stands. */
export function layersOf({ vpcs, outside, ways, links }: Topology): Layers {
  const nodes = new Map<string, string>(outside.map(({ id }) => [id, id]));
  for (const { id, zones, parts } of vpcs) {
    const all = [...parts, ...zones.flatMap(({ subnets }) => subnets.flatMap((subnet) => subnet.parts))];
    for (const part of all) nodes.set(part.id, id);
  }
  const behind = new Map<string, Set<string>>();
  const isBehind = (node: string, other: string): boolean => {
    const reached = new Set([other]);
    for (const each of reached) for (const next of behind.get(each) ?? []) reached.add(next);
    return reached.has(node);
  };
  const add = (from: string | undefined, to: string | undefined) => {
    // What leads back is drawn, and moves nothing.
    if (from === undefined || to === undefined || isBehind(from, to)) return;
    behind.set(from, (behind.get(from) ?? new Set()).add(to));
  };
  for (const { from, through } of ways) {
    const stops = [from, ...through].map((part) => nodes.get(part));
    for (const [index, stop] of stops.entries()) add(stops[index - 1], stop);
  }
  for (const { from, to } of links) add(nodes.get(from), nodes.get(to));
  const layers = new Map<string, number>();
  const layerOf = (node: string): number => {
    const known = layers.get(node);
    if (known !== undefined) return known;
    const before = [...behind].filter(([, to]) => to.has(node)).map(([from]) => from);
    const layer = Math.max(-1, ...before.map(layerOf)) + 1;
    layers.set(node, layer);
    return layer;
  };
  const lastOfVpcs = Math.max(0, ...vpcs.map(({ id }) => layerOf(id)));
  const services = new Set(outside.filter(({ kind }) => kind === "service" || kind === "host").map(({ id }) => id));
  return {
    nodeOf: (part) => nodes.get(part),
    layerOf: (node) => (services.has(node) ? Math.max(lastOfVpcs + 1, layerOf(node)) : layerOf(node)),
  };
}
