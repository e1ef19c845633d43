import { describe, expect, it } from "vitest";
import { drawTopology } from "../../../modules/drawing/draw-topology";
import type { Topology } from "../../../modules/topology/topology";
import { NETWORKS } from "./networks";

const networks = Object.entries(NETWORKS);

function idsIn(svg: string): readonly string[] {
  return Array.from(svg.matchAll(/ id="([^"]*)"/g), ([, id = ""]) => id);
}

describe.each(networks)("the SVG of %s", (_, topology) => {
  const svg = drawTopology(topology);

  it("is the same text for the same network", () => {
    expect(drawTopology(structuredClone(topology))).toBe(svg);
  });

  it("has each id once, and none of another picture", () => {
    const ids = idsIn(svg);
    expect(new Set(ids).size).toBe(ids.length);
    const others = networks.filter(([, other]) => other !== topology && other.vpcs.length > 0);
    expect(others.flatMap(([, other]) => idsIn(drawTopology(other))).filter((id) => ids.includes(id))).toEqual([]);
  });

  it("has everything by itself: no script, no style, image or font from elsewhere", () => {
    expect(svg).not.toMatch(/<(?:script|image|use|foreignObject|a)\b|\son\w+=|@import|url\(|href/);
    expect(svg.match(/https?:[^"]*/g)).toEqual(["http://www.w3.org/2000/svg"]);
  });

  it("is named, and described in words", () => {
    expect(svg).toMatch(
      /^<svg [^>]*role="img" aria-labelledby="(\S+)-title \1-description">\n<title id="\1-title">[^<]+<\/title>\n<desc id="\1-description">[^<]+<\/desc>/,
    );
  });

  it("has numbers of at most one decimal", () => {
    expect(svg.replace(/<style>[\s\S]*<\/style>/, "").match(/(?:x|y|width|height|cx|cy)="-?\d+\.\d{2,}"/g)).toBeNull();
  });
});

describe("drawTopology", () => {
  const [, first] = networks[0] ?? ["", NETWORKS["nothing"]];
  const topology: Topology = first ?? { vpcs: [], outside: [], ways: [], links: [] };

  it("keeps names that look like markup a text", () => {
    const [vpc] = topology.vpcs;
    if (vpc === undefined) throw new Error("there is a VPC");
    const svg = drawTopology({ ...topology, vpcs: [{ ...vpc, name: '</text><script>alert("1")</script>&\u0000' }] });
    expect(svg).not.toContain("<script");
    expect(svg).toContain("&lt;/text&gt;");
    expect(svg).not.toContain("\u0000");
  });

  it("says in words what is there, what each task calls and how it ends", () => {
    const [, said] = /<desc[^>]*>([^<]*)</.exec(drawTopology(topology)) ?? [];
    expect(said).toBe(
      [
        "All 6 calls arrive.",
        "VPC ecs-fargate-vpc-endpoint-default (10.0.0.0/16) in ap-northeast-1 with gateway endpoint s3.",
        "Isolated subnet private-a (10.0.10.0/24) in ap-northeast-1a, no way out: Fargate task batch, interface endpoint ecr.api,",
        "interface endpoint ecr.dkr, interface endpoint logs, interface endpoint secretsmanager, interface endpoint ssm.",
        "Fargate task batch calls ecr.api, ecr.dkr, logs, s3, secretsmanager, ssm: proved.",
      ].join(" "),
    );
  });

  it("begins ids with what is asked for, so that a network before and after a change can be in one page", () => {
    const before = idsIn(drawTopology(topology, { idPrefix: "before" }));
    const after = idsIn(drawTopology(topology, { idPrefix: "after" }));
    expect(before.filter((id) => after.includes(id))).toEqual([]);
    expect(before.every((id) => id.startsWith("before-"))).toBe(true);
  });

  it("changes where the network does: a further endpoint of a subnet leaves every other id", () => {
    const [vpc] = topology.vpcs;
    const zone = vpc?.zones[0];
    const subnet = zone?.subnets[0];
    if (vpc === undefined || zone === undefined || subnet === undefined) throw new Error("there is a subnet");
    const further = { id: "aws_vpc_endpoint.kms", kind: "interface-endpoint", name: "kms" } as const;
    const changed = { ...subnet, parts: [...subnet.parts, further] };
    const after = { ...topology, vpcs: [{ ...vpc, zones: [{ ...zone, subnets: [changed] }] }] };
    const ids = idsIn(drawTopology(topology));
    expect(idsIn(drawTopology(after)).filter((id) => !ids.includes(id))).toHaveLength(1);
  });
});
