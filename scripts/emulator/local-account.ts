import { mkdirSync, readdirSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isJsonObject, readJsonFile } from "./json";
import { answers, isMotoServer, type MotoServer, startMotoServer, stopMotoServer } from "./moto-server";

/** The emulated account of `deploy:local`, kept alive between commands. */
export interface LocalAccount {
  /** The server that is the account, or `undefined` where none runs. */
  readonly server: MotoServer | undefined;
  /** Why what was left of an earlier account was thrown away, or `undefined` where there was nothing, or it still runs. */
  readonly discarded: string | undefined;
}

/**
 * The account that an earlier command left running in a directory.
 *
 * Terraform state is worth something only together with the account it describes. Where the recorded server is gone,
 * or is another process by now, its state goes as well.
 */
export async function findLocalAccount(directory: string): Promise<LocalAccount> {
  const file = recordFile(directory);
  const server = parseRecord(readJsonFile(file));
  if (server === undefined) {
    const stateless = standingStacks(directory).length === 0;
    removeLocalFiles(directory);
    return { server: undefined, discarded: stateless ? undefined : "there was state, but no record of its server" };
  }
  if (isMotoServer(server) && (await answers(server.port))) return { server, discarded: undefined };

  const problem = isMotoServer(server)
    ? `the server with process id ${server.pid} does not answer`
    : `no moto server runs on port ${server.port} with process id ${server.pid} any more`;
  await stopMotoServer(server);
  removeLocalFiles(directory);
  return { server: undefined, discarded: problem };
}

/** Starts an account that outlives this process and records it in a directory. */
export async function startLocalAccount(directory: string, motoServer: string): Promise<MotoServer> {
  mkdirSync(directory, { recursive: true });
  const server = await startMotoServer(motoServer, join(directory, "moto.log"));
  writeFileSync(recordFile(directory), `${JSON.stringify(server)}\n`);
  return server;
}

/** Stops an account and removes its record and its state: nothing is left. */
export async function discardLocalAccount(directory: string, server: MotoServer): Promise<void> {
  await stopMotoServer(server);
  removeLocalFiles(directory);
}

/** Stacks that still have resources, by the state files in the directory. */
export function standingStacks(directory: string): string[] {
  return entries(directory).flatMap((entry) => {
    const [, stack] = /^terraform\.(.+)\.tfstate$/.exec(entry) ?? [];
    if (stack === undefined) return [];
    const state = readJsonFile(join(directory, entry));
    const resources = isJsonObject(state) ? state["resources"] : undefined;
    return Array.isArray(resources) && resources.length > 0 ? [stack] : [];
  });
}

function recordFile(directory: string): string {
  return join(directory, "account.json");
}

function parseRecord(record: unknown): MotoServer | undefined {
  if (!isJsonObject(record)) return undefined;
  const { pid, port } = record;
  // A signal to group 0 or 1 would reach processes that are none of ours.
  return typeof pid === "number" && typeof port === "number" && Number.isInteger(pid) && pid > 1
    ? { pid, port }
    : undefined;
}

const OWN_ENTRY =
  /^(account\.json|(moto|deploy|destroy|cdktf)\.log|cdktf\.json|cdktf\.out|terraform\.rc|terraform\..+\.tfstate.*)$/;

/** Removes what these commands made; the directory itself only where nothing of the user's lies in it. */
function removeLocalFiles(directory: string): void {
  for (const entry of entries(directory).filter((it) => OWN_ENTRY.test(it)))
    rmSync(join(directory, entry), { recursive: true, force: true });
  try {
    rmdirSync(directory);
  } catch {
    // Not empty, or not there.
  }
}

function entries(directory: string): string[] {
  try {
    return readdirSync(directory).sort();
  } catch {
    return [];
  }
}
