import { type Verdict, worstOf } from "../reachability/model/verdict";
import { counted } from "../text/words";
import type { Part, Topology, TopologySubnet, TopologyVpc, Way } from "../topology/topology";
import { groupedBy } from "../values/grouped-by";
import { KIND_NAMES, TIER_NAMES } from "./part-names";

/** The answer of a picture, in a few words. */
export interface Headline {
  /** @default - nothing is proved */
  readonly verdict?: Verdict;
  readonly text: string;
  /** What is in the picture. */
  readonly counts: string;
}

/** What the proof says of all calls, and how much there is. */
export function headlineOf(topology: Topology): Headline {
  const parts = partsOf(topology);
  const subnets = topology.vpcs.flatMap(({ zones }) => zones.flatMap((zone) => zone.subnets));
  const tasks = new Set(parts.filter(({ kind }) => kind === "task").map(({ address, id }) => address ?? id));
  const counts = [
    counted(topology.vpcs.length, "VPC"),
    counted(subnets.length, "subnet"),
    ...(tasks.size === 0 ? [] : [counted(tasks.size, "task")]),
  ].join(" · ");
  const calls = callsByEnd(topology);
  if (calls.length === 0) {
    const { verdict } = topology;
    return { ...(verdict === undefined ? {} : { verdict }), text: "The network", counts };
  }
  const verdict = topology.verdict ?? worstOf(calls);
  const broken = calls.filter((each) => each === "broken").length;
  const unknown = calls.filter((each) => each === "unknown").length;
  return {
    verdict,
    text: `${answerText(calls.length, broken, unknown)}${besideText(topology)}`,
    counts: `${counts} · ${counted(calls.length, "call")}`,
  };
}

function answerText(all: number, broken: number, unknown: number): string {
  if (all === 1 && broken === 1) return "The call does not arrive";
  const open = `${unknown} ${unknown === 1 ? "is" : "are"} not known`;
  if (broken > 0) {
    const text = `${broken} of ${counted(all, "call")} ${broken === 1 ? "does" : "do"} not arrive`;
    return unknown === 0 ? text : `${text}, ${open}`;
  }
  if (all === 1) return unknown === 0 ? "The call arrives" : "Whether the call arrives is not known";
  if (unknown > 0) return `${unknown} of ${counted(all, "call")} ${unknown === 1 ? "is" : "are"} not known`;
  return `All ${all} calls arrive`;
}

/** A verdict that no call is the reason of. */
function besideText({ findings = [] }: Topology): string {
  const broken = findings.filter(({ verdict }) => verdict === "broken").length;
  if (broken > 0) return `; beside the calls ${broken === 1 ? "one thing is" : `${broken} things are`} broken`;
  return findings.length === 0 ? "" : "; beside the calls something is not known";
}

/** The verdict of each call: a task that stands in several subnets calls a service once. */
function callsByEnd(topology: Topology): readonly Verdict[] {
  const addresses = new Map(partsOf(topology).map(({ id, address }) => [id, address ?? id]));
  const calls = groupedBy(topology.ways, ({ from, service }) => JSON.stringify([addresses.get(from) ?? from, service]));
  return [...calls.values()].map((ways) => worstOf(ways.map(({ verdict }) => verdict)));
}

function partsOf({ vpcs, outside }: Topology): readonly Part[] {
  const inside = vpcs.flatMap(({ zones, parts }) => [
    ...zones.flatMap(({ subnets }) => subnets.flatMap((subnet) => subnet.parts)),
    ...parts,
  ]);
  return [...inside, ...outside];
}

/** The network in words, for who does not see the picture. */
export function descriptionOf(topology: Topology): string {
  const names = new Map(partsOf(topology).map((part) => [part.id, named(part)]));
  const { outside } = topology;
  const answer = headlineOf(topology);
  return [
    `${answer.text}.`,
    ...topology.vpcs.flatMap(vpcInWords),
    ...(outside.length === 0 ? [] : [`Outside: ${outside.map(named).join(", ")}.`]),
    ...waysInWords(topology.ways, names),
    ...(topology.findings ?? []).map(
      ({ verdict, text }) => `${verdict === "broken" ? "Broken" : "Not known"}: ${text}.`,
    ),
  ].join(" ");
}

function named({ kind, name }: Part): string {
  return `${KIND_NAMES[kind].replace(/^[A-Z](?=[a-z])(?!argate)/, (letter) => letter.toLowerCase())} ${name}`;
}

function vpcInWords({ name, cidr, region, zones, parts }: TopologyVpc): readonly string[] {
  const block = cidr === undefined ? "" : ` (${cidr})`;
  const where = region === undefined ? "" : ` in ${region}`;
  const holds = parts.length === 0 ? "" : ` with ${parts.map(named).join(", ")}`;
  return [
    `VPC ${name}${block}${where}${holds}.`,
    ...zones.flatMap((zone) => zone.subnets.map((subnet) => subnetInWords(subnet, zone.name))),
  ];
}

function subnetInWords({ name, cidr, tier, parts }: TopologySubnet, zone: string | undefined): string {
  const block = cidr === undefined ? "" : ` (${cidr})`;
  const holds = parts.length === 0 ? "nothing that calls or is called" : parts.map(named).join(", ");
  const { name: ofTier, wayOut } = TIER_NAMES[tier];
  return `${ofTier} subnet ${name}${block} in ${zone ?? "a zone that is not known"}, ${wayOut}: ${holds}.`;
}

function waysInWords(ways: readonly Way[], names: ReadonlyMap<string, string>): readonly string[] {
  const same = groupedBy(ways, ({ from, verdict, trouble }) =>
    JSON.stringify([names.get(from), verdict, trouble?.text]),
  );
  return [...same.values()].map((group) => {
    const [{ from, verdict, trouble }] = group;
    const services = [...new Set(group.map(({ service }) => service))].toSorted();
    return `${names.get(from) ?? from} calls ${services.join(", ")}: ${verdict}${trouble === undefined ? "" : `, ${trouble.text}`}.`;
  });
}
