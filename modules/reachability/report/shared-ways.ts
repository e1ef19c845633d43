import { groupedBy } from "../../values/grouped-by";
import type { DependencyProof, Hop } from "../model/proof";
import type { Verdict } from "../model/verdict";
import { HOP_TITLES } from "./hop-titles";

/** Services of a task whose calls take the same way, each through its own endpoint. */
export interface SharedWay {
  /** More than one only where all are proved. */
  readonly dependencies: readonly [DependencyProof, ...DependencyProof[]];
  readonly stops: readonly Stop[];
}

/** A hop of a shared way. */
export interface Stop {
  readonly title: string;
  readonly verdict: Verdict;
  /** Addresses of the resources that the hop is about, apart from the endpoint, which has a hop of its own. */
  readonly resources: readonly string[];
  /** What holds, where no resource shows it. @default - the resources do */
  readonly text?: string;
}

/** The ways of the calls of a task. Services that are proved in the same manner come together, where the first of them is. */
export function sharedWays(dependencies: readonly DependencyProof[]): readonly SharedWay[] {
  const groups = groupedBy(dependencies, (dependency) =>
    dependency.verdict === "proved" && dependency.issue === undefined ? shapeOf(dependency.hops) : dependency,
  );
  return Array.from(groups.values(), (group) => ({ dependencies: group, stops: stopsOfAll(group) }));
}

/** What ways have to have in common. The endpoints may differ. */
function shapeOf(hops: readonly Hop[]): string {
  return JSON.stringify(stopsOf(hops).map((stop) => (isEndpoint(stop) ? { ...stop, resources: [] } : stop)));
}

function stopsOfAll(group: readonly DependencyProof[]): readonly Stop[] {
  const ways = group.map(({ hops }) => stopsOf(hops));
  const endpoints = [...new Set(ways.flatMap((way) => way.find(isEndpoint)?.resources ?? []))];
  const [first = []] = ways;
  return first.map((stop) => (isEndpoint(stop) ? { ...stop, resources: endpoints } : stop));
}

function isEndpoint({ title }: Stop): boolean {
  return title === HOP_TITLES.endpoint;
}

function stopsOf(hops: readonly Hop[]): readonly Stop[] {
  const [first] = hops;
  const endpoint = first?.hop === "endpoint" && first.verdict === "proved" ? first.resources[0] : undefined;
  return hops.map(({ hop, verdict, text, resources }) => {
    const stop = { title: HOP_TITLES[hop], verdict };
    if (endpoint === undefined || hop === "endpoint" || verdict !== "proved") return withText(stop, resources, text);
    const others = resources.filter((address) => address !== endpoint);
    return withText(stop, others, text.replaceAll(endpoint, "the endpoint"));
  });
}

function withText(stop: Pick<Stop, "title" | "verdict">, resources: readonly string[], text: string): Stop {
  return { ...stop, resources, ...(resources.length === 0 ? { text } : {}) };
}
