import { issueAsMarkdown } from "../../issues/issue-as-markdown";
import { code, prose, table } from "../../text/markdown";
import type { ReadingOptions } from "../../text/reading-options";
import type { DependencyProof, Proof, TaskProof } from "../model/proof";
import { startersOf } from "../model/starters";
import { describeService, describeStop, describeTask, furtherQuestions } from "./explain-proof";
import { assumptionsByNetwork, onYourWord } from "./on-your-word";
import { proofSections } from "./sections";
import { type SharedWay, type Stop, sharedWays } from "./shared-ways";
import { standing, summarizeProof } from "./summarize-proof";

/**
 * A proof as Markdown, for a comment on a pull request: a line that sums up, per task a table with the ways of its calls and a
 * list of what is broken or unknown, then the conflicts.
 */
export function proofAsMarkdown(proof: Proof, options: ReadingOptions = {}): string {
  const { tasks, proved, issues } = proofSections(proof, options);
  return [
    summarizeProof(proof).replace(proof.verdict, `**${proof.verdict}**`),
    ...(proof.tasks.length === 0 ? ["There is no Fargate task."] : []),
    ...tasks.flatMap(describe),
    ...issues.flatMap(([title, found]) => [`### ${title}`, found.map(issueAsMarkdown).join("\n")]),
    ...(proved.length === 0 ? [] : [proved.map((task) => `- ${titleOf(task)}`).join("\n")]),
    ...Array.from(assumptionsByNetwork(proof)).flatMap(([network, texts]) => [
      `### ${prose(onYourWord(network))}`,
      texts.map((text) => `- ${prose(text)}`).join("\n"),
    ]),
  ].join("\n\n");
}

function titleOf(proof: TaskProof): string {
  return `${code(proof.task)} (${startersOf(proof).map(code).join(", ")}): ${describeTask(proof)}`;
}

function describe(proof: TaskProof): string[] {
  const { dependencies, issues } = proof;
  const rows = sharedWays(dependencies).map(describeWay);
  const list = [
    ...dependencies.flatMap((dependency) => dependencyItems(dependency, proof)),
    ...issues.map(issueAsMarkdown),
  ];
  return [
    `### ${titleOf(proof)}`,
    ...(rows.length === 0 ? [] : [table(["Service", "Verdict", "Way"], rows)]),
    ...(list.length === 0 ? [] : [list.join("\n")]),
  ];
}

function describeWay({ dependencies, stops }: SharedWay): string[] {
  const standings = [...new Set(dependencies.map(standing))].map((each) => (each === "proved" ? each : `**${each}**`));
  const services = dependencies.map((dependency) => code(describeService(dependency)));
  return [services.join(", "), standings.join(", "), ["task", ...stops.map(describeHop)].join(" → ")];
}

function describeHop(stop: Stop): string {
  const title = stop.verdict === "proved" ? describeStop(stop) : `**${describeStop(stop)}**`;
  return [title, ...(stop.resources.length === 0 ? [] : [stop.resources.map(code).join(", ")])].join(" ");
}

function dependencyItems(dependency: DependencyProof, proof: TaskProof): string[] {
  const { issue } = dependency;
  const further = furtherQuestions(dependency, proof).map((text) => `- also: ${prose(text)}`);
  return issue === undefined ? further : [issueAsMarkdown(issue), ...further];
}
