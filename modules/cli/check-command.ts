import { proveReading, readDocuments } from "../reachability/prove-reachability";
import { counted } from "../text/words";
import { readCheckInputs, SOURCE_OPTION } from "./check-inputs";
import { noteNoTask } from "./check-no-task";
import type { Command } from "./command";
import { EXIT_CODE, type ExitCode } from "./exit-code";
import { formatOption, VERBOSE_OPTION, writeRendered } from "./formats";
import { listed } from "./list-options";
import type { CommandArguments, OptionTable } from "./parse-arguments";
import { readNetworkFiles } from "./read-network-file";
import { CHECK_FORMATS, CHECK_RENDERERS } from "./shown-check";
import { sourcePlaces } from "./source-places";
import type { Terminal } from "./terminal";
import { UnusableInputError } from "./unusable-input";

const OPTIONS = {
  source: SOURCE_OPTION,
  "allow-unknown": { summary: "exit with 0 also where nothing is broken and something is not known" },
  "least-privilege": { summary: "name policies and rules that admit more than the tasks ask" },
  network: {
    value: "FILE",
    isList: true,
    summary: "snapshot of a VPC that exists; several with commas, or the option again",
  },
  format: formatOption(CHECK_FORMATS),
  verbose: VERBOSE_OPTION,
} as const satisfies OptionTable;

const REMARKS = `PATH is a folder of Terraform, a configuration in JSON such as cdk.tf.json, the folder cdktf.out or one stack
in it, or what terraform show -json PLAN prints. With - it comes from standard input. Several are proved
together, and references from one to another are followed. Files of HCL need the package @cdktf/hcl2json.

exit status: 0 where every task is proved, 1 where something is broken, 3 where nothing is broken but
something is not known, or there is no task, 2 where the command line or a PATH cannot be used. With
--allow-unknown what is not known is still told, and the status is 0; where there is no task it stays 3`;

/** `private-fargate check`: whether every call of the Fargate tasks in some Terraform arrives. */
export const checkCommand: Command = {
  name: "check",
  operands: "PATH…",
  summary: "prove that Fargate tasks reach the AWS services they call",
  options: OPTIONS,
  remarks: REMARKS,
  run: check,
};

const EXIT_CODE_OF = {
  proved: EXIT_CODE.success,
  broken: EXIT_CODE.issues,
  unknown: EXIT_CODE.unknown,
} as const;

async function check({ options, operands }: CommandArguments, terminal: Terminal): Promise<ExitCode> {
  if (operands.length === 0) {
    throw new UnusableInputError(
      "there is no path; write private-fargate check PATH…, for example private-fargate check cdktf.out",
    );
  }
  const { inputs, sources, folders, files } = await readCheckInputs(operands, terminal, options.get("source"));
  const networks = await readNetworkFiles(listed(options.get("network")), terminal);
  terminal.announce?.(`working out ${counted(inputs.length, "configuration")}`);
  const reading = readDocuments(inputs, { sources, networks });
  terminal.announce?.(`proving ${counted(reading.resources.length, "resource")}`);
  const proof = noteNoTask(proveReading(reading, { leastPrivilege: options.has("least-privilege") }), reading);
  const locate = sourcePlaces(files, terminal.workspace ?? process.cwd());
  await writeRendered({ proof, reading, folders, locate }, CHECK_RENDERERS, options, terminal);
  const isAllowed = options.has("allow-unknown") && proof.tasks.length > 0 && proof.verdict === "unknown";
  return isAllowed ? EXIT_CODE.success : EXIT_CODE_OF[proof.verdict];
}
