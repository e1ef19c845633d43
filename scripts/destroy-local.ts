/**
 * Destroys the stacks in the emulated AWS account of `deploy:local`. When none is left, the account is stopped and its
 * state is removed.
 *
 * Usage: npm run destroy:local [-- stack… -c key=value…]   (what was deployed is destroyed, whatever the context says)
 *        npm run destroy:local -- --discard   (stops the account without destroying its stacks first)
 */
import { join } from "node:path";
import { ConfigurationError } from "../modules/issues/configuration-error";
import { cliConfigFile } from "./emulator/cli-config-file";
import { CommandEnded, runCommand } from "./emulator/command";
import { emulatedEnvironment } from "./emulator/environment";
import { discardLocalAccount, findLocalAccount, standingStacks } from "./emulator/local-account";
import { runCdktfIntoLog } from "./emulator/logged-cdktf";
import { cdktfRuns } from "./emulator/missing-stacks";
import { endpointOf } from "./emulator/moto-server";
import { printStanding } from "./emulator/print-standing";
import { LOCAL_DIRECTORY, PROJECT_FILE } from "./emulator/project";
import { unknownStacks } from "./emulator/stack-names";
import { findEscapes, readSynthesizedApp, regionsOf } from "./emulator/synthesized-app";
import { findTools } from "./emulator/tools";
import { readRunContext } from "./run-context";

const DISCARD = "--discard";

async function destroyLocal(args: readonly string[]): Promise<void> {
  const { server, discarded } = await findLocalAccount(LOCAL_DIRECTORY);
  if (server === undefined) {
    console.log(discarded === undefined ? "No emulated account is running." : `Removed what was left: ${discarded}.`);
    return;
  }
  const standing = standingStacks(LOCAL_DIRECTORY);
  if (args.includes(DISCARD) || standing.length === 0) {
    await discardLocalAccount(LOCAL_DIRECTORY, server);
    console.log("The emulated account is stopped, and its state and logs are removed.");
    return;
  }

  const unknown = unknownStacks(args, standing);
  if (unknown.length > 0) throw new ConfigurationError("destroy:local", unknown);
  const { tools, missing } = findTools(process.env);
  if (tools === undefined) throw new ConfigurationError("destroy:local", missing);

  // What was deployed is destroyed, not what the app would synthesize by now.
  const stacks = readSynthesizedApp(join(LOCAL_DIRECTORY, "cdktf.out"));
  const escapes = findEscapes(stacks, LOCAL_DIRECTORY);
  if (escapes.length > 0) throw new ConfigurationError("destroy:local", escapes);
  const chosen = (args.length === 0 ? standing : args).filter((name) => stacks.some((stack) => stack.name === name));
  const endpoint = endpointOf(server);
  const env = emulatedEnvironment(process.env, endpoint, cliConfigFile(tools.provider, LOCAL_DIRECTORY));
  if (chosen.length > 0) {
    const exitCode = await runCdktfIntoLog(cdktfRuns("destroy", chosen, stacks, standing), LOCAL_DIRECTORY, env);
    if (exitCode !== 0) {
      console.error(`npm run destroy:local -- ${DISCARD} stops the account all the same.`);
      throw new CommandEnded(exitCode);
    }
  }

  await printStanding(endpoint, regionsOf(stacks));
  const left = standingStacks(LOCAL_DIRECTORY);
  if (args.length > 0 && left.length > 0) {
    console.log(`\nThe account keeps running with ${left.join(", ")}.`);
    return;
  }
  await discardLocalAccount(LOCAL_DIRECTORY, server);
  console.log("\nThe emulated account is stopped, and its state and logs are removed.");
}

void runCommand(() => destroyLocal(readRunContext(process.argv.slice(2), process.env, PROJECT_FILE).args));
