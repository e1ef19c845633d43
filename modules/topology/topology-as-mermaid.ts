import type { Verdict } from "../reachability/model/verdict";
import { groupedBy } from "../values/grouped-by";
import type { Part, Topology, TopologySubnet, TopologyVpc, Way } from "./topology";

/** How a way is drawn: what is not proved differs in its form too, for who does not see colours. */
const ARROWS = { proved: "-->", unknown: "-.->", broken: "--x" } as const satisfies Record<Verdict, string>;

/** What a part is called in a card, where its kind says more than its name. */
const KINDS: Partial<Record<Part["kind"], string>> = {
  "nat-gateway": "NAT gateway",
  "internet-gateway": "internet gateway",
  "load-balancer": "load balancer",
  "transit-gateway": "transit gateway",
  "endpoint-service": "endpoint service",
  "mount-target": "mount target",
  "gateway-endpoint": "gateway endpoint",
  "interface-endpoint": "endpoint",
};

/**
 * A network as a flowchart of Mermaid, which GitHub and others draw in the text of a pull request: the endpoints of a subnet in one
 * card, and one arrow for all calls that take the same way.
 */
export function topologyAsMermaid(topology: Topology): string {
  const cards = new Cards();
  const vpcs = topology.vpcs.flatMap((vpc) => vpcLines(vpc, cards));
  const outside = topology.outside.map((part) => `  ${cards.one(part)}`);
  return [
    "flowchart LR",
    ...vpcs,
    ...outside,
    ...(topology.findings ?? []).map(({ verdict, text }) => `  ${cards.group()}["${escaped(text)}"]:::${verdict}`),
    ...waysLines(topology.ways, cards),
    ...topology.links.flatMap(({ from, to, text }) => linkLine(cards.of(from), cards.of(to), text)),
    "  classDef broken stroke:#d1242f,stroke-width:2px",
    "  classDef unknown stroke:#9a6700,stroke-dasharray:4",
    ...classLines(topology, cards),
  ].join("\n");
}

/** The cards of a chart, each under a name of its own, and which parts are in which. */
class Cards {
  readonly #names = new Map<string, string>();
  #count = 0;

  /** A card for one part. */
  one(part: Part): string {
    return this.#card([part], [[KINDS[part.kind], part.name].filter(Boolean).join(" "), part.detail]);
  }

  /** A card for endpoints that stand together. */
  several(parts: readonly Part[]): string {
    const [only] = parts;
    if (only !== undefined && parts.length === 1) return this.one(only);
    return this.#card(parts, ["endpoints", parts.map(({ name }) => name).join(", ")]);
  }

  /** The name of a group of cards. */
  group(): string {
    return this.#next("g");
  }

  /** The card that a part is in. */
  of(part: string): string | undefined {
    return this.#names.get(part);
  }

  #card(parts: readonly Part[], lines: readonly (string | undefined)[]): string {
    const name = this.#next("n");
    for (const { id } of parts) this.#names.set(id, name);
    return `${name}["${lines
      .filter((line) => line !== undefined && line !== "")
      .map((line) => escaped(line ?? ""))
      .join("<br/>")}"]`;
  }

  #next(letter: string): string {
    this.#count += 1;
    return `${letter}${this.#count}`;
  }
}

function vpcLines(vpc: TopologyVpc, cards: Cards): string[] {
  const title = [vpc.name, vpc.cidr, vpc.region].filter((text) => text !== undefined).join(", ");
  return group(cards, title, [
    ...vpc.parts.map((part) => `  ${cards.one(part)}`),
    ...vpc.zones.flatMap(({ name, subnets }) =>
      group(
        cards,
        name ?? "zone not known",
        subnets.flatMap((subnet) => subnetLines(subnet, cards)),
      ),
    ),
  ]);
}

function subnetLines({ name, cidr, tier, parts }: TopologySubnet, cards: Cards): string[] {
  const endpoints = parts.filter(({ kind }) => kind === "interface-endpoint");
  const others = parts.filter(({ kind }) => kind !== "interface-endpoint");
  const title = [name, cidr, tier === "unknown" ? "routes not known" : tier]
    .filter((text) => text !== undefined)
    .join(", ");
  return group(cards, title, [
    ...others.map((part) => `  ${cards.one(part)}`),
    ...(endpoints.length === 0 ? [] : [`  ${cards.several(endpoints)}`]),
  ]);
}

/** A chart of Mermaid refuses a group without cards, so that an empty subnet is a card. */
function group(cards: Cards, title: string, content: readonly string[]): string[] {
  const name = cards.group();
  if (content.length === 0) return [`  ${name}["${escaped(title)}"]`];
  return [`  subgraph ${name}["${escaped(title)}"]`, ...content.map((line) => `  ${line}`), "  end"];
}

/** One arrow for all calls that go between the same two cards alike. What is wrong with one stands where it should end. */
function waysLines(ways: readonly Way[], cards: Cards): string[] {
  const legs = ways.flatMap((way) => {
    const passed = [way.from, ...way.through].flatMap((part) => cards.of(part) ?? []);
    return passed.slice(1).map((to, index) => {
      const isLast = index === passed.length - 2;
      const trouble = isLast ? way.trouble?.text : undefined;
      return { from: passed[index] ?? to, to, service: way.service, trouble, arrow: arrowOf(way, isLast) };
    });
  });
  const byLeg = groupedBy(
    legs.filter(({ from, to }) => from !== to),
    ({ from, to, arrow, trouble }) => `${from} ${arrow} ${to} ${trouble ?? ""}`,
  );
  return [...byLeg.values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined) return [];
    const services = [...new Set(all.map(({ service }) => service))].join(", ");
    const label = [services, first.trouble].filter((text) => text !== undefined).map(escaped);
    return [`  ${first.from} ${first.arrow}|"${label.join("<br/>")}"| ${first.to}`];
  });
}

/** On its first legs it is not known whether a call that does not arrive gets so far. */
function arrowOf({ verdict }: Way, isLast: boolean): string {
  return isLast || verdict === "proved" ? ARROWS[verdict] : "---";
}

function linkLine(from: string | undefined, to: string | undefined, text: string | undefined): string[] {
  if (from === undefined || to === undefined) return [];
  return [`  ${from} ---${text === undefined ? "" : `|"${escaped(text)}"|`} ${to}`];
}

/** The cards at the end of ways that are broken or not known. */
function classLines({ ways }: Topology, cards: Cards): string[] {
  const ends = (verdict: Verdict) =>
    new Set(
      ways.filter((way) => way.verdict === verdict).flatMap(({ through }) => cards.of(through.at(-1) ?? "") ?? []),
    );
  const broken = ends("broken");
  const unknown = [...ends("unknown")].filter((name) => !broken.has(name));
  return [
    ...(broken.size === 0 ? [] : [`  class ${[...broken].join(",")} broken`]),
    ...(unknown.length === 0 ? [] : [`  class ${unknown.join(",")} unknown`]),
  ];
}

/** What Mermaid would take for its own, as entities. */
function escaped(text: string): string {
  return text.replace(/[&<>"#;`\\]/g, (character) => `#${character.charCodeAt(0)};`).replaceAll(/\s+/g, " ");
}
