/**
 * Runs cdktf-cli without its telemetry, and says what to install where a command needs Terraform and there is none.
 *
 * Usage: tsx scripts/cdktf.ts <cdktf arguments> [-c key=value…]
 */
import { ConfigurationError } from "../modules/issues/configuration-error";
import { RUN_CONTEXT } from "../stacks/run-context";
import { SAMPLE_STACK_NAMES } from "../stacks/sample-stack-names";
import { runCdktf } from "./emulator/cdktf-cli";
import { CommandEnded, runCommand } from "./emulator/command";
import { findTerraform } from "./emulator/tools";
import { issuesOfStackNames } from "./requested-stacks";
import { readRunContext } from "./run-context";

const NEED_TERRAFORM = new Set(["deploy", "apply", "destroy", "diff", "plan", "output"]);

void runCommand(async () => {
  const { args, context } = readRunContext(process.argv.slice(2), process.env, "cdktf.json");
  const { stacks = SAMPLE_STACK_NAMES } = context;
  // What else the context may be is the app's to say.
  const names = Array.isArray(stacks) ? stacks.filter((name) => typeof name === "string") : [];
  const issues = names.length === 0 ? [] : issuesOfStackNames(args, names);
  if (issues.length > 0) throw new ConfigurationError(`cdktf ${args[0]}`, issues);
  if (NEED_TERRAFORM.has(args[0] ?? "")) {
    const terraform = findTerraform(process.env);
    if ("code" in terraform) throw new ConfigurationError(`cdktf ${args[0]}`, [terraform]);
  }
  const exitCode = await runCdktf(args, process.cwd(), { ...process.env, [RUN_CONTEXT]: JSON.stringify(context) });
  if (exitCode !== 0) throw new CommandEnded(exitCode);
});
