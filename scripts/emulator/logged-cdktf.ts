import { closeSync, openSync, writeSync } from "node:fs";
import { join, relative } from "node:path";
import { runCdktfByLines } from "./cdktf-cli";
import { errorsIn } from "./terraform-errors";
import { TerraformProgress } from "./terraform-progress";

/** What cdktf-cli is asked to do. */
export interface CdktfRun {
  readonly command: "deploy" | "destroy";
  /** Names of the stacks. */
  readonly stacks: readonly string[];
  /** Whether stacks on which these depend, or which depend on these, are left alone. */
  readonly leavesOthers: boolean;
}

/** How often it is said how far everything is. */
const COUNTER_SECONDS = 10;

/**
 * Deploys or destroys stacks by cdktf-cli, one run after the other, as long as each goes well. The user sees how far it is;
 * everything that Terraform writes goes into a log file, and of a failure the errors are shown.
 *
 * @returns the exit code of the last
 */
export async function runCdktfIntoLog(runs: readonly CdktfRun[], cwd: string, env: NodeJS.ProcessEnv): Promise<number> {
  let exitCode = 0;
  for (const [index, run] of runs.entries()) {
    exitCode = await runIntoLog(run, index === 0 ? "w" : "a", cwd, env);
    if (exitCode !== 0) break;
  }
  return exitCode;
}

async function runIntoLog(
  { command, stacks, leavesOthers }: CdktfRun,
  mode: "w" | "a",
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const file = join(cwd, `${command}.log`);
  const shown = relative(process.cwd(), file);
  console.log(`cdktf ${command} ${stacks.join(" ")}\nEverything that it writes goes to ${shown}\n`);
  const log = openSync(file, mode);
  const lines: string[] = [];
  const progress = new TerraformProgress();
  const counter = setInterval(() => console.log(`  ${progress.counter()}`), COUNTER_SECONDS * 1000);
  try {
    const alone = leavesOthers ? ["--ignore-missing-stack-dependencies"] : [];
    const flags = ["--skip-synth", "--auto-approve", "--skip-provider-lock", ...alone];
    const exitCode = await runCdktfByLines([command, ...stacks, ...flags], cwd, env, (line) => {
      writeSync(log, `${line}\n`);
      lines.push(line);
      const news = progress.read(line);
      if (news !== undefined) console.log(news);
    });
    if (exitCode !== 0) console.error(`\n${errorsIn(lines).join("\n")}\n\ncdktf ${command} failed: see ${shown}.`);
    return exitCode;
  } finally {
    clearInterval(counter);
    closeSync(log);
  }
}
