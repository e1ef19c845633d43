import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { groupedBy } from "../../../modules/values/grouped-by";
import { type ExportedName, exportedNames } from "./exported-names";

const PROJECT = join(__dirname, "../../..");

/** A page of the reference. */
export interface ApiPage {
  /** Name of its file, without the extension. */
  readonly name: string;
  readonly title: string;
  /** The entries of the package that have most of its names, the one with the most first, each with those that it has not. */
  readonly entries: readonly { readonly entry: string; readonly without: readonly string[] }[];
  readonly names: readonly ExportedName[];
}

/** A page that is no construct's: the names of some rooms. */
interface Topic {
  readonly title: string;
  readonly rooms: readonly string[];
}

const TOPICS: Readonly<Record<string, Topic>> = {
  task: { title: "Tasks", rooms: ["task", "aws", "values"] },
  planning: { title: "The plan", rooms: ["asks", "planning", "issues"] },
  reachability: { title: "The proof", rooms: ["reachability", "snapshot", "validation", "text"] },
  cost: { title: "What endpoints cost", rooms: ["cost"] },
  topology: { title: "Pictures of networks", rooms: ["topology", "drawing"] },
  network: { title: "Networks and their layouts", rooms: ["network", "addressing", "internal"] },
  "load-balancing": { title: "Targets and listeners of load balancers", rooms: ["load-balancing"] },
  testing: { title: "Tests", rooms: ["testing"] },
  fargate: { title: "Roles, clusters, capacity and calls of tasks", rooms: ["fargate"] },
};

const PACKAGE = "cdktf-private-fargate";

/** The entries of the package, the one with everything of the others first. */
const ENTRIES: Readonly<Record<string, string>> = {
  [PACKAGE]: "modules/index.ts",
  [`${PACKAGE}/planning`]: "modules/entries/planning.ts",
  [`${PACKAGE}/reachability`]: "modules/entries/reachability.ts",
  [`${PACKAGE}/topology`]: "modules/entries/topology.ts",
  [`${PACKAGE}/testing`]: "modules/testing/index.ts",
};

/**
 * The pages of the reference: one for each construct, which has its properties as well, and the others by topic. What
 * `fargate-service-props.ts` declares is on the page of `fargate-service.ts`.
 */
export function apiPages(): readonly ApiPage[] {
  const entries = Object.entries(ENTRIES).map(([entry, file]) => ({ entry, exported: exportedNames(file) }));
  const exported = entries.flatMap((each) => each.exported);
  // Several entries may export a name; each has one page.
  const unique = exported.filter(({ name }, index) => exported.findIndex((each) => each.name === name) === index);
  const constructs = unique.filter(isConstruct);
  const byPage = groupedBy(unique, ({ file }) => constructOf(file, constructs) ?? topicOf(file));
  return Array.from(byPage, ([page, names]) => ({
    name: page,
    title: constructs.find(({ file }) => stem(file) === page)?.name ?? TOPICS[page]?.title ?? page,
    entries: entries
      .map(({ entry, exported: others }) => ({ entry, without: missingIn(others, names) }))
      .filter(({ without }) => without.length < names.length / 2)
      .sort((a, b) => a.without.length - b.without.length),
    names: names.toSorted((a, b) => Number(b.isValue) - Number(a.isValue)),
  }));
}

function isConstruct({ file, isValue }: ExportedName): boolean {
  return isValue && readFileSync(join(PROJECT, file), "utf8").includes(" extends Construct ");
}

/** The page of the construct beside which the file stands, whose name begins with the construct's. */
function constructOf(file: string, constructs: readonly ExportedName[]): string | undefined {
  const names = constructs
    .filter((construct) => dirname(construct.file) === dirname(file))
    .map((construct) => stem(construct.file));
  const fitting = names.filter((name) => stem(file) === name || stem(file).startsWith(`${name}-`));
  return fitting.sort((a, b) => b.length - a.length)[0];
}

function topicOf(file: string): string {
  const room = file.split("/")[1] ?? "";
  const topic = Object.keys(TOPICS).find((name) => TOPICS[name]?.rooms.includes(room));
  if (topic === undefined) throw new Error(`${file} is of no topic: add its room to one in ${__filename}`);
  return topic;
}

function missingIn(exported: readonly ExportedName[], names: readonly ExportedName[]): readonly string[] {
  return names.map(({ name }) => name).filter((name) => !exported.some((other) => other.name === name));
}

const stem = (file: string) => basename(file, ".ts");
