import { nearest } from "../text/nearest";
import { adoptCommand } from "./adopt-command";
import { checkCommand } from "./check-command";
import type { Command } from "./command";
import { EXIT_CODE, type ExitCode } from "./exit-code";
import { COMMON_OPTIONS, commandHelp, commandLineHelp } from "./help";
import { packageVersion } from "./package-version";
import { parseArguments } from "./parse-arguments";
import { planCommand } from "./plan-command";
import { snapshotCommand } from "./snapshot-command";
import type { Terminal } from "./terminal";
import { UnusableInputError } from "./unusable-input";

const COMMANDS: readonly Command[] = [planCommand, checkCommand, snapshotCommand, adoptCommand];

/**
 * Runs `private-fargate` with arguments, and writes the answer to the terminal.
 *
 * @param args what was typed after the name of the program
 * @returns what the shell is told
 */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await dispatch(args, terminal);
  } catch (error) {
    if (!(error instanceof UnusableInputError)) throw error;
    terminal.writeError(`private-fargate: ${error.message}\n`);
    return EXIT_CODE.unusable;
  }
}

async function dispatch([first, ...rest]: readonly string[], terminal: Terminal): Promise<ExitCode> {
  if (first === undefined) {
    terminal.writeError(commandLineHelp(COMMANDS));
    return EXIT_CODE.unusable;
  }
  if (first.startsWith("-")) return answerAboutItself([first, ...rest], terminal);
  const command = COMMANDS.find(({ name }) => name === first);
  if (command === undefined) throw new UnusableInputError(describeUnknownCommand(first));
  const parsed = parseArguments(rest, { ...command.options, ...COMMON_OPTIONS });
  if (!parsed.options.has("help")) return command.run(parsed, terminal);
  terminal.writeAnswer(commandHelp(command));
  return EXIT_CODE.success;
}

function answerAboutItself(args: readonly string[], terminal: Terminal): ExitCode {
  const { options } = parseArguments(args, { ...COMMON_OPTIONS, version: { summary: "show the version" } });
  if (options.has("version")) terminal.writeAnswer(`${packageVersion()}\n`);
  else terminal.writeAnswer(commandLineHelp(COMMANDS));
  return EXIT_CODE.success;
}

function describeUnknownCommand(typed: string): string {
  const names = COMMANDS.map(({ name }) => name);
  const meant = nearest(typed, names);
  return meant === undefined
    ? `there is no command "${typed}"; there is ${names.join(", ")}`
    : `there is no command "${typed}"; did you mean ${meant}?`;
}
