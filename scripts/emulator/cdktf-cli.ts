import { delimiter, join } from "node:path";
import { PROJECT_DIRECTORY, resolveModule } from "./project";
import { type ProcessOptions, runByLines, runInTerminal } from "./run-process";

const CDKTF = "cdktf-cli/bundle/bin/cdktf.js";

/**
 * Runs the installed cdktf-cli in the user's terminal.
 *
 * @returns its exit code
 */
export function runCdktf(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<number> {
  const options = optionsOf(cwd, env, process.stdout.isTTY);
  return runInTerminal(process.execPath, [resolveModule(CDKTF), ...args], options);
}

/**
 * Runs the installed cdktf-cli and hands over what it writes line by line.
 *
 * @returns its exit code
 */
export function runCdktfByLines(
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
  take: (line: string) => void,
): Promise<number> {
  return runByLines(process.execPath, [resolveModule(CDKTF), ...args], optionsOf(cwd, env, false), take);
}

/** The project's binaries are put on PATH, as npm does, because the app command may be started from elsewhere. */
function optionsOf(cwd: string, env: NodeJS.ProcessEnv, isOnTerminal: boolean): ProcessOptions {
  const binaries = join(PROJECT_DIRECTORY, "node_modules/.bin");
  const searchPath = [binaries, env["PATH"]].filter((it) => it !== undefined && it !== "").join(delimiter);
  // cdktf-cli animates its progress; only with CI set does it leave that out where no terminal shows it.
  const progress = isOnTerminal ? {} : { CI: "true" };
  return {
    cwd,
    env: { ...progress, ...env, PATH: searchPath, CHECKPOINT_DISABLE: env["CHECKPOINT_DISABLE"] || "1" },
  };
}
