import { issueAsMarkdown } from "../../issues/issue-as-markdown";
import type { IssueSeverity } from "../../issues/table/issue-row";
import { code, prose, table } from "../../text/markdown";
import type { DependencyProof, Proof, TaskProof } from "../model/proof";
import { describeService, describeStop, describeTask, furtherQuestions } from "./explain-proof";
import { assumptionsByNetwork, onYourWord } from "./on-your-word";
import { type SharedWay, type Stop, sharedWays } from "./shared-ways";
import { standing, summarizeProof } from "./summarize-proof";

/**
 * A proof as Markdown, for a comment on a pull request: a line that sums up, per task a table with the ways of its calls and a
 * list of what is broken or unknown, then the conflicts.
 */
export function proofAsMarkdown(proof: Proof): string {
  return [
    summarizeProof(proof).replace(proof.verdict, `**${proof.verdict}**`),
    ...(proof.tasks.length === 0 ? ["There is no Fargate task."] : proof.tasks.flatMap(describe)),
    ...conflicts("Conflicts", "error", proof),
    ...conflicts("Warnings", "warning", proof),
    ...conflicts("Notes", "note", proof),
    ...Array.from(assumptionsByNetwork(proof)).flatMap(([network, texts]) => [
      `### ${prose(onYourWord(network))}`,
      texts.map((text) => `- ${prose(text)}`).join("\n"),
    ]),
  ].join("\n\n");
}

function describe(proof: TaskProof): string[] {
  const { task, address, dependencies, issues } = proof;
  const rows = sharedWays(dependencies).map(describeWay);
  const list = [
    ...dependencies.flatMap((dependency) => dependencyItems(dependency, proof)),
    ...issues.map(issueAsMarkdown),
  ];
  return [
    `### ${code(task)} (${code(address)}): ${describeTask(proof)}`,
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

function conflicts(title: string, severity: IssueSeverity, proof: Proof): string[] {
  const issues = proof.conflicts.filter((issue) => (issue.severity ?? "error") === severity);
  return issues.length === 0 ? [] : [`### ${title}`, issues.map(issueAsMarkdown).join("\n")];
}
