import { expect, test } from "vitest";
import { captureProcess, runByLines, runInTerminal } from "../../../scripts/emulator/run-process";

const OPTIONS = { cwd: "/", env: { PATH: "/usr/bin:/bin", GREETING: "hello" } };

test("returns what the process wrote, in its directory and its environment", async () => {
  const output = await captureProcess("sh", ["-c", 'echo "$GREETING $HOME"; pwd; echo warning >&2'], OPTIONS);
  expect(output).toEqual({ stdout: "hello \n/\n", stderr: "warning\n" });
});

test("a failure says the command, the exit code and everything that was written", async () => {
  await expect(captureProcess("sh", ["-c", "echo plan; echo 'Error: no' >&2; exit 3"], OPTIONS)).rejects.toThrow(
    /^sh -c .* ended with exit code 3\n\nError: no\n\nplan$/,
  );
});

test("a process that is killed or does not start has failed as well", async () => {
  await expect(captureProcess("sh", ["-c", "kill -9 $$"], OPTIONS)).rejects.toThrow(/was ended by SIGKILL/);
  await expect(captureProcess("no-such-command", [], OPTIONS)).rejects.toThrow(/did not start: .*ENOENT/);
});

test("in the terminal the exit code is the result, and no signal handler is left behind", async () => {
  const before = process.listenerCount("SIGINT");
  expect(await runInTerminal("sh", ["-c", "exit 4"], OPTIONS)).toBe(4);
  await expect(runInTerminal("no-such-command", [], OPTIONS)).rejects.toThrow(/ENOENT/);
  expect(process.listenerCount("SIGINT")).toBe(before);
});

test("what a process writes comes line by line, without colors, and the exit code at the end", async () => {
  const lines: string[] = [];
  const script = "printf '\\033[1mfirst\\033[0m\\n'; echo second >&2; printf last; exit 4";
  expect(await runByLines("sh", ["-c", script], OPTIONS, (line) => lines.push(line))).toBe(4);
  expect(lines.sort()).toEqual(["first", "last", "second"]);
});
