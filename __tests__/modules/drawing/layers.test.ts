import { describe, expect, it } from "vitest";
import { layersOf } from "../../../modules/drawing/layers";
import type { Part, Topology, TopologyVpc } from "../../../modules/topology/topology";

const thing = (id: string, kind: Part["kind"] = "peering"): Part => ({ id, kind, name: id });
const vpc = (id: string): TopologyVpc => ({ id, name: id, address: id, zones: [], parts: [thing(`in ${id}`)] });

function layers(arrows: readonly (readonly [string, string])[], outside: readonly Part[] = []) {
  const links = arrows.map(([from, to]) => ({ from, to }));
  const topology: Topology = { vpcs: ["a", "b", "c"].map(vpc), outside, ways: [], links };
  const { layerOf } = layersOf(topology);
  return Object.fromEntries([...["a", "b", "c"], ...outside.map(({ id }) => id)].map((id) => [id, layerOf(id)]));
}

describe("the layers of VPCs", () => {
  it("are by what leads where, what lies between in a layer of its own", () => {
    const core = thing("core", "transit-gateway");
    expect(
      layers(
        [
          ["in b", "core"],
          ["core", "in a"],
        ],
        [core],
      ),
    ).toEqual({ a: 2, b: 0, c: 0, core: 1 });
  });

  it("have services behind all VPCs", () => {
    expect(
      layers(
        [
          ["in a", "in b"],
          ["in a", "sts"],
        ],
        [thing("sts", "service")],
      ),
    ).toMatchObject({ b: 1, sts: 2 });
  });

  it("take no notice of what leads back", () => {
    expect(
      layers([
        ["in a", "in b"],
        ["in b", "in c"],
        ["in c", "in a"],
        ["in a", "in a"],
      ]),
    ).toEqual({ a: 0, b: 1, c: 2 });
  });
});
