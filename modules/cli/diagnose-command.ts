import { diagnose } from "../diagnosis/diagnose";
import { diagnosesAsJson } from "../diagnosis/diagnoses-as-json";
import { diagnosesAsMarkdown } from "../diagnosis/diagnoses-as-markdown";
import type { Diagnosis } from "../diagnosis/diagnosis";
import { explainDiagnoses } from "../diagnosis/explain-diagnoses";
import type { Command } from "./command";
import { EXIT_CODE, type ExitCode } from "./exit-code";
import { formatOption, type Renderers, VERBOSE_OPTION, writeRendered } from "./formats";
import type { CommandArguments, OptionTable } from "./parse-arguments";
import { readInput } from "./read-input";
import type { Terminal } from "./terminal";
import { UnusableInputError } from "./unusable-input";

const FORMATS = ["text", "json", "markdown"] as const;

const OPTIONS = {
  format: formatOption(FORMATS),
  verbose: VERBOSE_OPTION,
} as const satisfies OptionTable;

const REMARKS = `FILE holds what you have of a task that failed: its stopped reason, what aws ecs describe-tasks or
describe-services prints, a task state change of EventBridge, lines of a log, the error of aws ecs execute-command or
of terraform apply. Without FILE, or with -, it comes from standard input. Nothing of it leaves the machine.

exit status: 0 where the call that failed is known, 3 where nothing here tells it,
2 where the command line or the FILE cannot be used`;

const RENDERERS: Renderers<readonly Diagnosis[], (typeof FORMATS)[number]> = {
  text: explainDiagnoses,
  json: diagnosesAsJson,
  markdown: diagnosesAsMarkdown,
};

/** `private-fargate diagnose`: which call of a task failed, and why. */
export const diagnoseCommand: Command = {
  name: "diagnose",
  operands: "[FILE|-]",
  summary: "tell from an error which call of a task failed, and why",
  options: OPTIONS,
  remarks: REMARKS,
  run,
};

async function run({ options, operands }: CommandArguments, terminal: Terminal): Promise<ExitCode> {
  const [file = "-", second] = operands;
  if (second !== undefined) {
    throw new UnusableInputError(`diagnose takes one file, and not "${second}" as well; put both into one`);
  }
  const { name, text } = await readInput(file, terminal);
  if (text.trim() === "") throw new UnusableInputError(`${name} is empty; give it the text of the error`);
  const diagnoses = diagnose(text);
  await writeRendered(diagnoses, RENDERERS, options, terminal);
  return diagnoses.length === 0 ? EXIT_CODE.unknown : EXIT_CODE.success;
}
