import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { stripVTControlCharacters } from "node:util";

/** How to start a process. */
export interface ProcessOptions {
  /** Working directory. */
  readonly cwd: string;
  /** The whole environment; nothing is inherited. */
  readonly env: NodeJS.ProcessEnv;
}

/** What a process wrote. */
export interface ProcessOutput {
  readonly stdout: string;
  readonly stderr: string;
}

/** A process that ended with another exit code than 0. The message holds everything that it wrote. */
export class ProcessFailure extends Error {
  override readonly name = "ProcessFailure";

  constructor(command: string, args: readonly string[], ending: string, output: ProcessOutput) {
    const text = [output.stderr, output.stdout].map((it) => it.trim()).filter((it) => it !== "");
    super([`${command} ${args.join(" ")} ${ending}`, ...text].join("\n\n"));
  }
}

/**
 * Runs a process to its end and returns what it wrote.
 *
 * @throws ProcessFailure where it cannot be started or does not end with exit code 0
 */
export function captureProcess(
  command: string,
  args: readonly string[],
  options: ProcessOptions,
): Promise<ProcessOutput> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    const chunks: { stdout: Buffer[]; stderr: Buffer[] } = { stdout: [], stderr: [] };
    child.stdout.on("data", (chunk: Buffer) => chunks.stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => chunks.stderr.push(chunk));
    const output = () => ({
      stdout: Buffer.concat(chunks.stdout).toString("utf8"),
      stderr: Buffer.concat(chunks.stderr).toString("utf8"),
    });
    child.once("error", (error) =>
      reject(new ProcessFailure(command, args, `did not start: ${error.message}`, output())),
    );
    child.once("close", (code, signal) => {
      if (code === 0) resolve(output());
      else reject(new ProcessFailure(command, args, ending(code, signal), output()));
    });
  });
}

/**
 * Runs a process in the user's terminal.
 *
 * @returns its exit code
 */
export function runInTerminal(command: string, args: readonly string[], options: ProcessOptions): Promise<number> {
  return endOf(spawn(command, args, { ...options, stdio: "inherit" }));
}

/**
 * Runs a process and hands over what it writes line by line, without colors.
 *
 * @returns its exit code
 */
export function runByLines(
  command: string,
  args: readonly string[],
  options: ProcessOptions,
  take: (line: string) => void,
): Promise<number> {
  const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input }).on("line", (line) => take(stripVTControlCharacters(line)));
  }
  return endOf(child);
}

/**
 * An interrupt from the keyboard reaches the process itself, which ends in its own way (Terraform finishes what it has
 * begun and writes its state), so this process waits for that.
 */
function endOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const waitForChild = () => {};
    process.on("SIGINT", waitForChild);
    const end = (settle: () => void) => {
      process.off("SIGINT", waitForChild);
      settle();
    };
    child.once("error", (error) => end(() => reject(error)));
    child.once("close", (code) => end(() => resolve(code ?? 1)));
  });
}

function ending(code: number | null, signal: NodeJS.Signals | null): string {
  return code === null ? `was ended by ${signal}` : `ended with exit code ${code}`;
}
