import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { proveReachability } from "../../../../../modules/reachability/prove-reachability";
import { explainProof } from "../../../../../modules/reachability/report/explain-proof";
import { cliConfigFile } from "../../../../../scripts/emulator/cli-config-file";
import { runCommand } from "../../../../../scripts/emulator/command";
import { emulatedEnvironment } from "../../../../../scripts/emulator/environment";
import { isJsonObject, type JsonObject } from "../../../../../scripts/emulator/json";
import { endpointOf, startMotoServer, stopMotoServer } from "../../../../../scripts/emulator/moto-server";
import { captureProcess } from "../../../../../scripts/emulator/run-process";
import { type EmulatorTools, findTools } from "../../../../../scripts/emulator/tools";
import { PLANS, PLANS_WITHOUT_TASK } from "./plans";
import { reducePlan } from "./reduce-plan";

const FOLDERS: readonly string[] = [...PLANS, ...PLANS_WITHOUT_TASK];

/** Makes the plans anew: of every folder, or of those that are named; see the README beside this file. */
runCommand(async () => {
  const { tools, missing } = findTools(process.env);
  if (tools === undefined) throw new Error(missing.map(({ problem, fix }) => `${problem}: ${fix}`).join("\n"));
  const named = process.argv.slice(2);
  for (const name of named.length === 0 ? FOLDERS : named) await make(name, tools);
});

async function make(name: string, tools: EmulatorTools): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "plans-"));
  const server = await startMotoServer(tools.motoServer, join(directory, "moto.log"));
  try {
    const others = FOLDERS.filter((other) => other !== name).map((other) => join(__dirname, other));
    cpSync(join(__dirname, name), directory, { recursive: true, filter: (path) => !others.includes(path) });
    const env = emulatedEnvironment(process.env, endpointOf(server), cliConfigFile(tools.provider, directory));
    const terraform = async (...args: readonly string[]) =>
      (await captureProcess(tools.terraform, [...args, "-no-color"], { cwd: directory, env })).stdout;
    await terraform("init", "-input=false");
    for (const file of ["new.json", "applied.json"]) {
      await terraform("plan", "-input=false", "-out=plan");
      write(join(__dirname, name, file), JSON.parse(await terraform("show", "-json", "plan")));
      await terraform("apply", "-input=false", "plan");
    }
  } finally {
    await stopMotoServer(server);
    rmSync(directory, { recursive: true });
  }
}

/** Writes a plan without what nobody reads, which must not change what it proves. */
function write(file: string, plan: unknown): void {
  if (!isJsonObject(plan)) throw new Error(`${file}: Terraform printed no plan`);
  const reduced = reducePlan(plan);
  if (explain(reduced) !== explain(plan)) throw new Error(`${file}: what is left out is read`);
  writeFileSync(file, `${JSON.stringify(reduced, undefined, 2)}\n`);
  console.log(`${file}: ${proveReachability([reduced]).verdict}`);
}

function explain(plan: JsonObject): string {
  return explainProof(proveReachability([plan]));
}
