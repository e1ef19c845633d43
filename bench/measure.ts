import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

/** A command to measure. */
export interface Command {
  /** As cdktf-cli would hand it to the shell, for example `"node main.js"`. */
  readonly line: string;
  /** @default - the project's directory */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** What runs of a command took: medians. */
export interface Measurement {
  /** Milliseconds from start to end. */
  readonly ms: number;
  /** Milliseconds of processor time, in all Node processes of the command. */
  readonly cpuMs: number;
  /** Peak memory in MB of the Node process that used most. */
  readonly peakMb: number;
  /** How many Node processes the command started. */
  readonly processes: number;
}

type Run = Measurement;

/**
 * Runs the commands by turns, so that a slow moment of the machine meets all of them, after one run each that does not
 * count.
 *
 * @param directory where reports of the processes are kept meanwhile
 * @throws {Error} where a command fails
 */
export function measure<Name extends string>(
  commands: Readonly<Record<Name, Command>>,
  options: { readonly repetitions: number; readonly directory: string },
): Map<Name, Measurement> {
  const names = Object.keys(commands).filter((name): name is Name => name in commands);
  const runs = new Map<Name, Run[]>(names.map((name) => [name, []]));
  for (const name of names) runOnce(commands[name], options.directory);
  for (let repetition = 0; repetition < options.repetitions; repetition += 1) {
    for (const name of names) runs.get(name)?.push(runOnce(commands[name], options.directory));
  }
  return new Map(Array.from(runs, ([name, ofCommand]) => [name, medians(ofCommand)]));
}

function runOnce({ line, cwd, env }: Command, directory: string): Run {
  const report = join(directory, "processes.jsonl");
  const preload = `--require ${JSON.stringify(join(__dirname, "report-process.cjs"))}`;
  const started = process.hrtime.bigint();
  const { status, stderr } = spawnSync(line, {
    shell: true,
    encoding: "utf8",
    ...(cwd === undefined ? {} : { cwd }),
    env: {
      ...process.env,
      PATH: `${dirname(process.execPath)}:${process.env["PATH"] ?? ""}`,
      CHECKPOINT_DISABLE: "1",
      ...env,
      BENCH_REPORT: report,
      NODE_OPTIONS: `${process.env["NODE_OPTIONS"] ?? ""} ${preload}`,
    },
  });
  const ms = Number(process.hrtime.bigint() - started) / 1e6;
  if (status !== 0) throw new Error(`${line} ended with ${status}:\n${stderr.slice(-2000)}`);
  const processes: { peakKib: number; cpuMicroseconds: number }[] = readFileSync(report, "utf8")
    .trimEnd()
    .split("\n")
    .map((text) => JSON.parse(text));
  rmSync(report);
  return {
    ms,
    cpuMs: processes.reduce((sum, { cpuMicroseconds }) => sum + cpuMicroseconds, 0) / 1000,
    peakMb: Math.max(...processes.map(({ peakKib }) => peakKib)) / 1024,
    processes: processes.length,
  };
}

function medians(runs: readonly Run[]): Measurement {
  const of = (value: (run: Run) => number) => median(runs.map(value));
  return {
    ms: of(({ ms }) => ms),
    cpuMs: of(({ cpuMs }) => cpuMs),
    peakMb: of(({ peakMb }) => peakMb),
    processes: of(({ processes }) => processes),
  };
}

/** The middle one of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}
