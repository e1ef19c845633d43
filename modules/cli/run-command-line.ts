import { nearest } from "../text/nearest";
import type { Command } from "./command";
import { EXIT_CODE, type ExitCode } from "./exit-code";
import { COMMON_OPTIONS, commandHelp, commandLineHelp } from "./help";
import { packageVersion } from "./package-version";
import { parseArguments } from "./parse-arguments";
import type { Terminal } from "./terminal";
import { UnusableInputError } from "./unusable-input";

/** Each is loaded when it is typed: half of the command's time is the loading, and a plan needs nothing of the proof. */
const COMMANDS = new Map<string, () => Promise<Command>>([
  ["plan", async () => (await import("./plan-command.js")).planCommand],
  ["check", async () => (await import("./check-command.js")).checkCommand],
  ["cost", async () => (await import("./network-commands.js")).costCommand],
  ["draw", async () => (await import("./network-commands.js")).drawCommand],
  ["snapshot", async () => (await import("./network-commands.js")).snapshotCommand],
  ["adopt", async () => (await import("./network-commands.js")).adoptCommand],
  ["diagnose", async () => (await import("./network-commands.js")).diagnoseCommand],
]);

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
    terminal.writeError(await helpOfAll());
    return EXIT_CODE.unusable;
  }
  if (first.startsWith("-")) return answerAboutItself([first, ...rest], terminal);
  const load = COMMANDS.get(first);
  if (load === undefined) throw new UnusableInputError(describeUnknownCommand(first));
  const command = await load();
  const parsed = parseArguments(rest, { ...command.options, ...COMMON_OPTIONS });
  if (!parsed.options.has("help")) return command.run(parsed, terminal);
  terminal.writeAnswer(commandHelp(command));
  return EXIT_CODE.success;
}

async function answerAboutItself(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { options } = parseArguments(args, { ...COMMON_OPTIONS, version: { summary: "show the version" } });
  if (options.has("version")) terminal.writeAnswer(`${packageVersion()}\n`);
  else terminal.writeAnswer(await helpOfAll());
  return EXIT_CODE.success;
}

async function helpOfAll(): Promise<string> {
  return commandLineHelp(await Promise.all([...COMMANDS.values()].map((load) => load())));
}

function describeUnknownCommand(typed: string): string {
  const names = [...COMMANDS.keys()];
  const meant = nearest(typed, names);
  return meant === undefined
    ? `there is no command "${typed}"; there is ${names.join(", ")}`
    : `there is no command "${typed}"; did you mean ${meant}?`;
}
