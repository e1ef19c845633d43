import { code, prose } from "../text/markdown";
import type { ReadingOptions } from "../text/reading-options";
import type { Diagnosis, NamedCause } from "./diagnosis";
import { evidenceInWords } from "./evidence-in-words";
import { failureInALine, TOLD_IN_BRIEF } from "./explain-diagnoses";
import { explainNetwork } from "./explain-network";
import { WANTED_INPUT } from "./wanted-input";

/** Diagnoses as Markdown, for an issue or a chat. */
export function diagnosesAsMarkdown(diagnoses: readonly Diagnosis[], options: ReadingOptions = {}): string {
  if (diagnoses.length === 0) {
    const wanted = WANTED_INPUT.map(([what, command]) => `- ${prose(what)}: ${code(command)}`);
    return ["**not known**: nothing here is a message that tells why a Fargate task failed", wanted.join("\n")].join(
      "\n\n",
    );
  }
  return diagnoses.map((each) => described(each, options)).join("\n\n");
}

function described(diagnosis: Diagnosis, { brief = false }: ReadingOptions): string {
  const { message, evidence, causes, source, confidence, network } = diagnosis;
  const told = brief ? causes.slice(0, TOLD_IN_BRIEF) : causes;
  const others = causes.slice(told.length);
  return [
    `### ${prose(failureInALine(diagnosis))}`,
    [code(message), ...evidenceInWords(evidence).map(prose)].join("; "),
    ...(network === undefined
      ? []
      : [
          explainNetwork(network, diagnosis, {})
            .map((line) => prose(line.trim()))
            .join("\n"),
        ]),
    told.map(item).join("\n"),
    ...(others.length === 0 ? [] : [`Or: ${others.map(({ cause }) => code(cause)).join(", ")}`]),
    `Source: <${source}> (${confidence})`,
  ].join("\n\n");
}

function item({ cause, says, tells, look, fix }: NamedCause): string {
  return `1. ${code(cause)}: ${prose(says)}. What tells: ${prose(tells)}. Look: ${code(look)}. Fix: ${prose(fix)}`;
}
