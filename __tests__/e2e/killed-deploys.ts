import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { findTools } from "../../scripts/emulator/tools";
import { SingleSubnetStack } from "../../stacks/single-subnet";
import { EmulatedAccount } from "../support/emulator/emulated-account";
import { unknownDifferences } from "../support/emulator/known-differences";
import { ReadBack } from "../support/emulator/read-back";
import { adopt } from "./adopt";

const REGION = "ap-northeast-1";
const VPC = "aws_vpc.network_vpc_4E8F0223";

/** Kills a deploy three times while its VPC is made, then lets `adopt` mend it until an apply completes. */
async function killedDeploys(account: EmulatedAccount): Promise<void> {
  const [ours] = account.synthesize((app) => new SingleSubnetStack(app, "single-subnet"));
  if (ours === undefined) throw new Error("there is no stack");
  await ours.terraform("init", "-input=false");
  const standing = new ReadBack(account.clients(REGION));
  for (const seconds of [3, 5, 7]) {
    const { exitCode, output } = await ours.tryApply(seconds);
    if (exitCode !== null) throw new Error(`the apply was not killed\n${output}`);
    say(`killed after ${seconds} seconds: ${(await standing.vpcs()).length} VPC in the account`);
    // Nothing but its tag tells of a VPC that no state has, so one looks before the next apply.
    if (seconds === 3) await adopt(ours, "--exists", VPC);
  }
  const log = join(ours.directory, "apply.log");
  for (let attempts = 1; attempts < 5; attempts++) {
    const { exitCode, output } = await ours.tryApply();
    say(`apply ${attempts} ended with ${exitCode}`);
    if (exitCode === 0) break;
    writeFileSync(log, output);
    say(await adopt(ours, "--errors", log));
  }
  const vpcs = await standing.vpcs();
  const endpoints = await Promise.all(vpcs.map(async ({ id }) => (await standing.endpoints(id)).length));
  const managed = (await ours.addresses()).filter((address) => !address.startsWith("data."));
  say(`${managed.length} resources, ${vpcs.length} VPC with ${endpoints.join()} endpoints`);
  const differences = unknownDifferences((await ours.plan()).differences);
  say(differences.length === 0 ? "nothing to change" : `still to change: ${differences.join(", ")}`);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function main(): Promise<void> {
  const { tools, missing } = findTools(process.env);
  if (tools === undefined) throw new Error(missing.map(({ problem }) => problem).join("\n"));
  const account = await EmulatedAccount.start(tools);
  try {
    await killedDeploys(account);
  } finally {
    await account.stop();
  }
}

void main();
