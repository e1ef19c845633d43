import { describe, expect, it } from "vitest";
import type { Part, Topology, Way } from "../../../modules/topology/topology";
import { topologyAsMermaid } from "../../../modules/topology/topology-as-mermaid";

const part = (id: string, kind: Part["kind"], name = id): Part => ({ id, kind, name });
const network = (ways: readonly Way[], name = "app"): Topology => ({
  vpcs: [
    {
      id: "vpc",
      name,
      address: "aws_vpc.main",
      parts: [part("igw", "internet-gateway")],
      zones: [
        {
          name: "eu-west-1a",
          subnets: [
            {
              id: "a",
              name: "a",
              address: "aws_subnet.a",
              tier: "isolated",
              parts: [
                part("ecr", "interface-endpoint", "ecr.api"),
                part("logs", "interface-endpoint"),
                part("nat", "nat-gateway"),
                part("task", "task", "orders"),
              ],
            },
            { id: "b", name: "b", address: "aws_subnet.b", tier: "unknown", parts: [] },
          ],
        },
      ],
    },
  ],
  outside: [part("sqs", "service")],
  ways,
  links: [{ from: "nat", to: "igw", text: "leads to" }],
});
const way = (service: string, through: readonly string[], more: Partial<Way> = {}): Way => ({
  from: "task",
  through,
  service,
  verdict: "proved",
  ...more,
});
const lines = (topology: Topology) =>
  topologyAsMermaid(topology)
    .split("\n")
    .map((line) => line.trim());
const nameOf = (all: readonly string[], label: string) =>
  all.find((line) => line.includes(label))?.match(/^(\w+)\[/)?.[1] ?? `no ${label}`;

describe("a network as Mermaid", () => {
  it("has VPC, zone and subnet around the cards, the endpoints of a subnet in one, and a subnet without any as a card", () => {
    const all = lines(network([]));
    expect(all.filter((line) => line.startsWith("subgraph"))).toHaveLength(3);
    expect(all.filter((line) => line === "end")).toHaveLength(3);
    expect(all.join("\n")).toContain('["endpoints<br/>ecr.api, logs"]');
    expect(all.join("\n")).toContain('["b, routes not known"]');
  });

  it("has one arrow for the calls that take one way", () => {
    const all = lines(network([way("ecr.api", ["ecr"]), way("logs", ["logs"])]));
    const [task, endpoints] = [nameOf(all, "orders"), nameOf(all, "endpoints<br/>")];
    expect(all).toContain(`${task} -->|"ecr.api, logs"| ${endpoints}`);
  });

  it("keeps apart what is not known for different reasons, and says what is broken where the call should end, once", () => {
    const all = lines(
      network([
        way("ecr.api", ["ecr"], { verdict: "unknown", trouble: { text: "one" } }),
        way("logs", ["logs"], { verdict: "unknown", trouble: { text: "another" } }),
        way("sqs", ["nat", "igw", "sqs"], { verdict: "broken", trouble: { text: "no route" } }),
      ]),
    );
    expect(all.filter((line) => line.includes("-.->"))).toHaveLength(2);
    expect(all.filter((line) => line.includes("no route"))).toEqual([
      `${nameOf(all, "internet gateway")} --x|"sqs<br/>no route"| ${nameOf(all, '"sqs"')}`,
    ]);
    expect(all).toContain(`${nameOf(all, "orders")} ---|"sqs"| ${nameOf(all, "NAT gateway")}`);
    expect(all).toContain(`class ${nameOf(all, '"sqs"')} broken`);
  });

  it("takes no name for its own language", () => {
    const text = topologyAsMermaid(network([], '"]; click x "javascript:alert(1)" <b>#1'));
    expect(text).not.toMatch(/<b>|click x "|"\];/);
    expect(text).toContain("#34;]#59; click x #34;javascript:alert(1)#34; #60;b#62;#35;1");
  });
});
