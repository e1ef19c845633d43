import { diagnose } from "../diagnosis/diagnose";
import { diagnosesAsJson } from "../diagnosis/diagnoses-as-json";
import { diagnosesAsMarkdown } from "../diagnosis/diagnoses-as-markdown";
import type { Diagnosis } from "../diagnosis/diagnosis";
import { explainDiagnoses } from "../diagnosis/explain-diagnoses";
import { judgedByProof } from "../diagnosis/judged-by-proof";
import { placedTask } from "../diagnosis/placed-task";
import { SOURCE_OPTION } from "./check-inputs";
import type { Command } from "./command";
import { EXIT_CODE, type ExitCode } from "./exit-code";
import { formatOption, type Renderers, writeRendered } from "./formats";
import { listed } from "./list-options";
import type { CommandArguments, OptionTable } from "./parse-arguments";
import { proverOfPaths } from "./prove-network-paths";
import { readInput } from "./read-input";
import type { Terminal } from "./terminal";
import { UnusableInputError } from "./unusable-input";

const FORMATS = ["text", "json", "markdown"] as const;

const OPTIONS = {
  network: {
    value: "PATH",
    isList: true,
    summary: "what check reads, or a snapshot: say which cause it is; several with commas, or the option again",
  },
  source: SOURCE_OPTION,
  format: formatOption(FORMATS),
  verbose: { summary: "tell every cause in full" },
} as const satisfies OptionTable;

const REMARKS = `FILE holds what you have of a task that failed: its stopped reason, what aws ecs describe-tasks or
describe-services prints, a task state change of EventBridge, lines of a log, the error of aws ecs execute-command or
of terraform apply. Without FILE, or with -, it comes from standard input. Nothing of it leaves the machine.

With --network the proof runs over a folder of Terraform, a configuration, a plan, what terraform show -json prints of a
state, and snapshots of VPCs. For exactly the call that failed it says which cause it is, and which ones it is not.
To a snapshot alone the JSON of a service or a task says where it runs.

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
  const found = diagnose(text);
  const paths = listed(options.get("network"));
  if (paths.includes("-") && file === "-") {
    throw new UnusableInputError(
      "standard input cannot be both the error and the network; name a file for one of them",
    );
  }
  const diagnoses =
    paths.length === 0 || found.length === 0 ? found : await judged(found, paths, terminal, options.get("source"));
  await writeRendered(diagnoses, RENDERERS, options, terminal);
  return diagnoses.length === 0 ? EXIT_CODE.unknown : EXIT_CODE.success;
}

/** With what the proof over a network tells. */
async function judged(
  diagnoses: readonly Diagnosis[],
  paths: readonly string[],
  terminal: Terminal,
  source: string | undefined,
): Promise<readonly Diagnosis[]> {
  const prove = await proverOfPaths(paths, terminal, source);
  const proof = prove([]);
  return diagnoses.map((each) => {
    const task = proof.tasks.length === 0 ? placedTask(each) : undefined;
    return task === undefined ? judgedByProof(each, proof) : judgedByProof(each, prove([task]), true);
  });
}
