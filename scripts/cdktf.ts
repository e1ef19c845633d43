/**
 * Runs cdktf-cli without its telemetry, and says what to install where a command needs Terraform and there is none.
 *
 * Usage: tsx scripts/cdktf.ts <cdktf arguments>
 */
import { ConfigurationError } from "../modules/issues/configuration-error";
import { runCdktf } from "./emulator/cdktf-cli";
import { CommandEnded, runCommand } from "./emulator/command";
import { findTerraform } from "./emulator/tools";

const NEED_TERRAFORM = new Set(["deploy", "apply", "destroy", "diff", "plan", "output"]);

void runCommand(async () => {
  const args = process.argv.slice(2);
  if (NEED_TERRAFORM.has(args[0] ?? "")) {
    const terraform = findTerraform(process.env);
    if ("code" in terraform) throw new ConfigurationError(`cdktf ${args[0]}`, [terraform]);
  }
  const exitCode = await runCdktf(args, process.cwd(), process.env);
  if (exitCode !== 0) throw new CommandEnded(exitCode);
});
