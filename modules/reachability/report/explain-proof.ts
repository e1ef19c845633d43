import { explainIssue } from "../../issues/explain-issue";
import { type ShownIssue, withPlaceOnce } from "../../issues/issue-parts";
import { fillLines } from "../../text/fill-lines";
import { piecesOf } from "../../text/pieces";
import type { ReadingOptions } from "../../text/reading-options";
import type { DependencyProof, Proof, TaskProof } from "../model/proof";
import { startersOf } from "../model/starters";
import { isOpenElsewhere } from "../proof/networks-elsewhere";
import { assumptionsByNetwork, onYourWord } from "./on-your-word";
import { proofSections } from "./sections";
import { type SharedWay, type Stop, sharedWays } from "./shared-ways";
import { standing, summarizeProof } from "./summarize-proof";

/**
 * A proof as text: a line that sums up; per task each service with the way of its calls and the resources on it, up to the
 * first broken hop, with why and what to type; then the conflicts. In brief what is broken or unknown comes first, and what is
 * proved takes a line, as does what is not known since the network is elsewhere, which is said once.
 */
export function explainProof(proof: Proof, options: ReadingOptions = {}): string {
  const { tasks, proved, issues } = proofSections(proof, options);
  return [
    fillLines("", summarizeProof(proof).split(" "), 2, options.width).join("\n"),
    ...(proof.tasks.length === 0 ? ["There is no Fargate task."] : []),
    ...tasks.map((task) => explainTask(task, options)),
    ...issues.map(([title, found]) =>
      [title, ...found.flatMap((each) => explainFound(each, "  ", options))].join("\n"),
    ),
    ...(proved.length === 0 ? [] : [proved.flatMap((task) => explainTitle(task, options)).join("\n")]),
    ...Array.from(assumptionsByNetwork(proof), ([network, texts]) =>
      [onYourWord(network), ...texts.flatMap((text) => fillLines("  ", piecesOf(text), 4, options.width))].join("\n"),
    ),
  ].join("\n\n");
}

function explainTitle(proof: TaskProof, { width }: ReadingOptions): string[] {
  const words = `(${startersOf(proof).join(", ")}): ${describeTask(proof)}`.split(" ");
  return fillLines("", [proof.task, ...words], 2, width);
}

/** A task, its verdict, and how many of its services are proved. */
export function describeTask({ verdict, dependencies }: TaskProof): string {
  const proved = dependencies.filter((dependency) => dependency.verdict === "proved").length;
  return dependencies.length === 0 ? verdict : `${verdict}, ${proved} of ${dependencies.length} services proved`;
}

/** The service of a call, with its Region where it is another than the task's. */
export function describeService({ service, region }: DependencyProof): string {
  return region === undefined ? service : `${service} (${region})`;
}

/** A hop by its name, and that it is broken or not known where it is. */
export function describeStop({ title, verdict }: Stop): string {
  return verdict === "proved" ? title : `${title}: ${verdict}`;
}

/** What else is not known on a way, besides what the issue says and what is accepted. */
export function furtherQuestions({ hops, issue }: DependencyProof, { issues }: TaskProof): readonly string[] {
  const said = new Set([issue, ...issues].map((each) => each?.problem));
  return hops.filter(({ verdict, text }) => verdict === "unknown" && !said.has(text)).map(({ text }) => text);
}

function explainTask(proof: TaskProof, options: ReadingOptions): string {
  const ways = sharedWays(proof.dependencies);
  const verdicts = Math.max(0, ...proof.dependencies.map((dependency) => standing(dependency).length));
  const titles = Math.max(0, ...ways.flatMap(({ stops }) => stops.map((stop) => describeStop(stop).length)));
  const isElsewhere = ({ dependencies: [first] }: SharedWay) => isOpenElsewhere(first, proof);
  const proved = ways.filter(isProved).flatMap(({ dependencies }) => dependencies);
  const elsewhere = ways.filter(isElsewhere).flatMap(({ dependencies }) => dependencies);
  const others = ways.filter((way) => !isProved(way) && !isElsewhere(way));
  return [
    ...explainTitle(proof, options),
    ...(options.brief === true ? others : ways).flatMap((way) =>
      explainWay(way, proof, { verdicts, titles, ...options }),
    ),
    ...(options.brief === true
      ? [elsewhere, proved].flatMap((each) => (each.length === 0 ? [] : explainServices(each, verdicts, options)))
      : []),
    ...proof.issues.flatMap((issue) => explainFound(issue, "  ", options)),
  ].join("\n");
}

function isProved({ dependencies: [first] }: SharedWay): boolean {
  return standing(first) === "proved";
}

/** Widths of columns, and how the text is written. */
interface WayStyle extends ReadingOptions {
  readonly verdicts: number;
  readonly titles: number;
}

function explainWay({ dependencies, stops }: SharedWay, proof: TaskProof, style: WayStyle): string[] {
  const [first] = dependencies;
  return [
    ...explainServices(dependencies, style.verdicts, style),
    ...stops.flatMap((stop) => explainStop(stop, style)),
    ...(first.issue === undefined ? [] : explainFound(first.issue, "    ", style)),
    ...furtherQuestions(first, proof).flatMap((text) =>
      fillLines("    also: ", piecesOf(text), undefined, style.width),
    ),
  ];
}

/** Services that stand alike, behind how they stand. */
function explainServices(
  dependencies: readonly DependencyProof[],
  verdicts: number,
  { width }: ReadingOptions,
): string[] {
  const [first] = dependencies;
  const services = dependencies.map(describeService).join(", ").split(" ");
  const word = first === undefined ? "" : standing(first);
  return fillLines(`  ${word.padEnd(verdicts)}  `, services, undefined, width);
}

/** Each resource on a line of its own; where there is none, what holds. */
function explainStop(stop: Stop, { titles, width }: WayStyle): string[] {
  const start = `    ${describeStop(stop).padEnd(titles)}  `;
  const [first, ...others] = stop.resources;
  if (first === undefined) return fillLines(start, piecesOf(stop.text ?? ""), undefined, width);
  return [`${start}${first}`, ...others.map((address) => " ".repeat(start.length) + address)];
}

function explainFound(issue: ShownIssue, indent: string, { width }: ReadingOptions): string[] {
  return explainIssue(withPlaceOnce(issue), indent, width);
}
