import { delimiter, join } from "node:path";
import { PROJECT_DIRECTORY, resolveModule } from "./project";
import { runInTerminal } from "./run-process";

/**
 * Runs the installed cdktf-cli in the user's terminal.
 *
 * The project's binaries are put on PATH, as npm does, because the app command may be started from elsewhere.
 *
 * @returns its exit code
 */
export function runCdktf(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<number> {
  const binaries = join(PROJECT_DIRECTORY, "node_modules/.bin");
  const searchPath = [binaries, env["PATH"]].filter((it) => it !== undefined && it !== "").join(delimiter);
  // cdktf-cli animates its progress; only with CI set does it leave that out where no terminal shows it.
  const progress = process.stdout.isTTY ? {} : { CI: "true" };
  return runInTerminal(process.execPath, [resolveModule("cdktf-cli/bundle/bin/cdktf.js"), ...args], {
    cwd,
    env: { ...progress, ...env, PATH: searchPath, CHECKPOINT_DISABLE: env["CHECKPOINT_DISABLE"] || "1" },
  });
}
