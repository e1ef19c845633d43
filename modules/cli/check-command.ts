import { proveReachability } from "../reachability/prove-reachability";
import { CHECK_FORMATS, renderProof } from "./check-formats";
import { readCheckInputs } from "./check-inputs";
import { noteNoTask } from "./check-no-task";
import type { Command } from "./command";
import { EXIT_CODE, type ExitCode } from "./exit-code";
import type { CommandArguments, OptionTable } from "./parse-arguments";
import type { Terminal } from "./terminal";
import { UnusableInputError } from "./unusable-input-error";

const OPTIONS = {
  format: {
    value: "FORMAT",
    choices: CHECK_FORMATS,
    summary: `${CHECK_FORMATS.join(", ")}; by default ${CHECK_FORMATS[0]}`,
  },
} as const satisfies OptionTable;

const REMARKS = `PATH is a Terraform configuration in JSON such as cdk.tf.json, the folder cdktf.out or one stack in it,
or what terraform show -json PLAN prints. With - it comes from standard input. Several are proved
together, and references from one to another are followed.

exit status: 0 where every task is proved, 1 where something is broken, 3 where nothing is broken but
something is not known, or there is no task, 2 where the command line or a PATH cannot be used`;

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
  const inputs = await readCheckInputs(operands, terminal);
  const proof = noteNoTask(proveReachability(inputs), inputs);
  terminal.writeAnswer(`${renderProof(proof, options.get("format"))}\n`);
  return EXIT_CODE_OF[proof.verdict];
}
