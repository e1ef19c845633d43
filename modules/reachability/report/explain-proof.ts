import { headline, remarks, weight, withPlaceOnce } from "../../issues/issue-parts";
import type { IssueSeverity } from "../../issues/table/issue-row";
import { fillLines } from "../../text/fill-lines";
import type { AcceptedIssue, DependencyProof, Proof, TaskProof } from "../model/proof";
import { assumptionsByNetwork, onYourWord } from "./on-your-word";
import { type SharedWay, type Stop, sharedWays } from "./shared-ways";
import { standing, summarizeProof } from "./summarize-proof";

/**
 * A proof as text for 100 columns: per task each service with the way of its calls and the resources on it, up to the first
 * broken hop, with why and what to type; then the conflicts, and a line that sums up.
 */
export function explainProof(proof: Proof): string {
  return [
    ...(proof.tasks.length === 0 ? ["There is no Fargate task."] : proof.tasks.map(explainTask)),
    ...explainConflicts("Conflicts", "error", proof),
    ...explainConflicts("Warnings", "warning", proof),
    ...explainConflicts("Notes", "note", proof),
    ...Array.from(assumptionsByNetwork(proof), ([network, texts]) =>
      [onYourWord(network), ...texts.flatMap((text) => fillLines("  ", text.split(" "), 4))].join("\n"),
    ),
    summarizeProof(proof),
  ].join("\n\n");
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

function explainTask(proof: TaskProof): string {
  const ways = sharedWays(proof.dependencies);
  const verdicts = Math.max(0, ...proof.dependencies.map((dependency) => standing(dependency).length));
  const titles = Math.max(0, ...ways.flatMap(({ stops }) => stops.map((stop) => describeStop(stop).length)));
  return [
    `${proof.task} (${proof.address}): ${describeTask(proof)}`,
    ...ways.flatMap((way) => explainWay(way, proof, verdicts, titles)),
    ...proof.issues.flatMap((issue) => explainIssue(issue, "  ")),
  ].join("\n");
}

function explainWay({ dependencies, stops }: SharedWay, proof: TaskProof, verdicts: number, titles: number): string[] {
  const [first] = dependencies;
  const services = dependencies.map(describeService).join(", ").split(" ");
  return [
    ...fillLines(`  ${standing(first).padEnd(verdicts)}  `, services),
    ...stops.flatMap((stop) => explainStop(stop, titles)),
    ...(first.issue === undefined ? [] : explainIssue(first.issue, "    ")),
    ...furtherQuestions(first, proof).flatMap((text) => fillLines("    also: ", text.split(" "))),
  ];
}

/** Each resource on a line of its own; where there is none, what holds. */
function explainStop(stop: Stop, titles: number): string[] {
  const start = `    ${describeStop(stop).padEnd(titles)}  `;
  const [first, ...others] = stop.resources;
  if (first === undefined) return fillLines(start, (stop.text ?? "").split(" "));
  return [`${start}${first}`, ...others.map((address) => " ".repeat(start.length) + address)];
}

function explainConflicts(title: string, severity: IssueSeverity, { conflicts }: Proof): string[] {
  const issues = conflicts.filter((issue) => (issue.severity ?? "error") === severity);
  return issues.length === 0 ? [] : [[title, ...issues.flatMap((issue) => explainIssue(issue, "  "))].join("\n")];
}

function explainIssue(issue: AcceptedIssue, indent: string): string[] {
  const words = `${weight(issue)} ${headline(withPlaceOnce(issue))}`.split(" ");
  return [
    ...fillLines(indent, words, indent.length + 4),
    ...remarks(issue).flatMap(([word, text]) => fillLines(`${indent}  ${word}: `, text.split(" "))),
  ];
}
