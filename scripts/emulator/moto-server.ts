import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { commandLine } from "./command-line";
import { freePort } from "./free-port";

/** A moto server: an emulated AWS account that lives in the memory of one process. */
export interface MotoServer {
  /** Process id. The process leads a process group of its own. */
  readonly pid: number;
  /** Its port on the loopback address. */
  readonly port: number;
}

/** Address of the server, for `AWS_ENDPOINT_URL`. */
export function endpointOf(server: MotoServer): string {
  return `http://127.0.0.1:${server.port}`;
}

const HOST = "127.0.0.1";
/** What Python runs before moto: what an account does and moto leaves out. */
const ADDITIONS = join(__dirname, "moto-additions");
const START_SECONDS = 60;
const STOP_SECONDS = 10;
const PORT_ATTEMPTS = 5;

/**
 * Starts a moto server on a free port and waits until it answers. It outlives this process unless it is stopped.
 *
 * @param command the `moto_server` command
 * @param logFile receives what the server writes
 * @throws Error with what the server wrote, where it does not come up
 */
export async function startMotoServer(command: string, logFile: string): Promise<MotoServer> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await tryToStart(command, logFile, await freePort());
    if ("pid" in outcome) return outcome;
    // Between the search for a free port and its use another process may have taken it.
    const portTaken = outcome.log.includes("Address already in use");
    if (!portTaken || attempt === PORT_ATTEMPTS) {
      throw new Error(`${command} ${outcome.problem}. It wrote:\n\n${outcome.log.trim() || "(nothing)"}`);
    }
  }
}

async function tryToStart(
  command: string,
  logFile: string,
  port: number,
): Promise<MotoServer | { readonly problem: string; readonly log: string }> {
  const log = openSync(logFile, "w");
  const child = spawn(command, ["-H", HOST, "-p", String(port)], {
    detached: true,
    stdio: ["ignore", log, log],
    // Without its managed policies moto does not know the ARNs that AWS defines, and attaching one fails.
    env: {
      ...process.env,
      MOTO_IAM_LOAD_MANAGED_POLICIES: "true",
      PYTHONPATH: [ADDITIONS, process.env["PYTHONPATH"]].filter(Boolean).join(delimiter),
      PYTHONUNBUFFERED: "1",
    },
  });
  closeSync(log);
  child.unref();
  let ended: string | undefined;
  child.once("error", (error) => {
    ended = `did not start: ${error.message}`;
  });
  child.once("exit", (code, signal) => {
    ended = `ended ${code === null ? `on ${signal}` : `with exit code ${code}`} before it answered`;
  });

  const deadline = Date.now() + START_SECONDS * 1000;
  while (Date.now() < deadline) {
    await sleep(50);
    const written = readFileSync(logFile, "utf8");
    if (ended !== undefined || child.pid === undefined) return { problem: ended ?? "did not start", log: written };
    // The server's own word first: what answers on the port could be another process.
    const server = { pid: child.pid, port };
    if (written.includes(`Running on ${endpointOf(server)}`) && (await answers(port))) return server;
  }
  if (child.pid !== undefined) await stopMotoServer({ pid: child.pid, port });
  return { problem: `did not answer within ${START_SECONDS} seconds`, log: readFileSync(logFile, "utf8") };
}

/** Whether a process is the moto server on that port, by its command line: process ids and ports are used again. */
export function isMotoServer({ pid, port }: MotoServer): boolean {
  const line = commandLine(pid);
  return line !== undefined && new RegExp(`moto_server\\b.* -p ${port}( |$)`).test(line);
}

/** Whether a moto server answers on the port. */
export async function answers(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://${HOST}:${port}/moto-api/config`, { signal: AbortSignal.timeout(5_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/** Ends a moto server and waits until it is gone. Does nothing where the process is not that server any more. */
export async function stopMotoServer(server: MotoServer): Promise<void> {
  const started = Date.now();
  while (isMotoServer(server)) {
    const patient = Date.now() - started < STOP_SECONDS * 1000;
    signalGroup(server.pid, patient ? "SIGTERM" : "SIGKILL");
    await sleep(50);
  }
}

function signalGroup(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-group, signal);
  } catch (error) {
    // It ended in the meantime.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
