/**
 * Deploys the project's own stacks into an emulated AWS account on this machine, through cdktf-cli, Terraform and the
 * AWS provider, and prints what stands there. The account keeps running; deploying again uses it again.
 *
 * Usage: npm run deploy:local [-- stack… -c key=value…]
 */
import { join } from "node:path";
import { ConfigurationError } from "../modules/issues/configuration-error";
import { runCdktf } from "./emulator/cdktf-cli";
import { cliConfigFile } from "./emulator/cli-config-file";
import { CommandEnded, runCommand } from "./emulator/command";
import { accountlessEnvironment, emulatedEnvironment } from "./emulator/environment";
import { ignoreKnownDifferences } from "./emulator/known-differences";
import { findLocalAccount, standingStacks, startLocalAccount } from "./emulator/local-account";
import { writeLocalApp } from "./emulator/local-app";
import { runCdktfIntoLog } from "./emulator/logged-cdktf";
import { leaveOutMissingResources } from "./emulator/missing-resources";
import { cdktfRuns } from "./emulator/missing-stacks";
import { endpointOf } from "./emulator/moto-server";
import { printStanding } from "./emulator/print-standing";
import { LOCAL_DIRECTORY, PROJECT_DIRECTORY, PROJECT_FILE } from "./emulator/project";
import { unknownStacks } from "./emulator/stack-names";
import { findEscapes, readSynthesizedApp, regionsOf } from "./emulator/synthesized-app";
import { findTools } from "./emulator/tools";
import { type RunContext, readRunContext } from "./run-context";

async function deployLocal({ args: requested, context }: RunContext): Promise<void> {
  const { tools, missing } = findTools(process.env);
  if (tools === undefined) throw new ConfigurationError("deploy:local", missing);

  const found = await findLocalAccount(LOCAL_DIRECTORY);
  if (found.discarded !== undefined) console.log(`Starting afresh: ${found.discarded}.`);

  // Synthesis and deployment are two steps so that no stack is deployed before it is known where its state goes.
  writeLocalApp(PROJECT_DIRECTORY, LOCAL_DIRECTORY, context);
  const synthesized = await runCdktf(["synth"], LOCAL_DIRECTORY, accountlessEnvironment(process.env));
  if (synthesized !== 0) throw new CommandEnded(synthesized);
  const stacks = readSynthesizedApp(join(LOCAL_DIRECTORY, "cdktf.out"));
  const names = stacks.map((stack) => stack.name);
  const issues = [...unknownStacks(requested, names), ...findEscapes(stacks, LOCAL_DIRECTORY)];
  if (issues.length > 0) throw new ConfigurationError("deploy:local", issues);

  const server = found.server ?? (await startLocalAccount(LOCAL_DIRECTORY, tools.motoServer));
  const endpoint = endpointOf(server);
  console.log(`\nEmulated AWS account ${found.server === undefined ? "started" : "still running"} at ${endpoint}\n`);

  const env = emulatedEnvironment(process.env, endpoint, cliConfigFile(tools.provider, LOCAL_DIRECTORY));
  const ignored = new Set(stacks.flatMap(ignoreKnownDifferences));
  for (const { type, attribute, reason } of ignored) console.log(`Ignored here: ${attribute} of ${type}, ${reason}.`);
  const leftOut = new Set(stacks.flatMap(leaveOutMissingResources));
  for (const { type, reason } of leftOut) console.log(`Left out here: ${type}, ${reason}.`);
  const chosen = requested.length === 0 ? names : requested;
  const runs = cdktfRuns("deploy", chosen, stacks, standingStacks(LOCAL_DIRECTORY));
  const deployed = await runCdktfIntoLog(runs, LOCAL_DIRECTORY, env);
  if (deployed !== 0) {
    console.error("The account keeps running: deploy again, or run npm run destroy:local.");
    throw new CommandEnded(deployed);
  }

  await printStanding(endpoint, regionsOf(stacks));
  console.log("\nThe account keeps running. npm run destroy:local destroys the stacks and stops it.");
}

void runCommand(() => deployLocal(readRunContext(process.argv.slice(2), process.env, PROJECT_FILE)));
