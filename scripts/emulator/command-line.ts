import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/**
 * The command line of a running process, its parts joined by spaces.
 *
 * @returns `undefined` where no such process runs; a process that has ended but was not waited for counts as ended
 */
export function commandLine(pid: number): string | undefined {
  if (existsSync("/proc/self/cmdline")) return commandLineFromProc(pid);
  const ps = spawnSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  const line = ps.status === 0 ? ps.stdout.trim() : "";
  return line === "" || line.includes("<defunct>") ? undefined : line;
}

function commandLineFromProc(pid: number): string | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
    return line === "" ? undefined : line;
  } catch {
    return undefined;
  }
}
