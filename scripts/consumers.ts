import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { type Consumer, readConsumers } from "./consumers/consumer";
import { type Install, installOrder } from "./consumers/install-order";
import { type NodeVersion, RESULTS, RESULTS_FILE, type Results } from "./consumers/results";
import { type Outcomes, tryConsumer } from "./consumers/steps";
import { Workshop } from "./consumers/workshop";
import { runCommand } from "./emulator/command";

const run = promisify(execFile);

/** Tries the examples, or those whose names are given, under each Node, and keeps what came of it for `npm run docs`. */
runCommand(async () => {
  const installs = installOrder(chosen(readConsumers(), process.argv.slice(2)));
  const results: Results = {
    20: { ...RESULTS[20], ...(await tryUnder("20", installs)) },
    22: { ...RESULTS[22], ...(await tryUnder("22", installs)) },
    24: { ...RESULTS[24], ...(await tryUnder("24", installs)) },
  };
  writeFileSync(RESULTS_FILE, `${JSON.stringify(results, null, 2)}\n`);
});

function chosen(consumers: readonly Consumer[], names: readonly string[]): readonly Consumer[] {
  const unknown = names.find((name) => consumers.every((consumer) => consumer.name !== name));
  if (unknown === undefined) return consumers.filter(({ name }) => names.length === 0 || names.includes(name));
  throw new Error(
    `there is no example "${unknown}": write ${consumers.map(({ name }) => name).join(", ")}, or no name for all`,
  );
}

async function tryUnder(node: NodeVersion, installs: readonly Install[]): Promise<Readonly<Record<string, Outcomes>>> {
  const { stdout } = await run("npx", ["-y", "-p", `node@${node}`, "--", "node", "-p", "process.execPath"]);
  const workshop = await Workshop.open(dirname(stdout.trim()));
  const found: Record<string, Outcomes> = {};
  try {
    for (const install of installs) {
      const { name } = install.consumer;
      found[name] = await tryConsumer(workshop, install, (step, { outcome, output }) => {
        console.log(`Node ${node}, ${name}, ${step}: ${outcome}${outcome === "no" ? `\n${output}` : ""}`);
      });
    }
  } finally {
    workshop.close();
  }
  return found;
}
