import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { commandLine } from "../../../scripts/emulator/command-line";
import { tieToThisProcess } from "../../../scripts/emulator/lifeline";

const LIFELINE = resolve(__dirname, "../../../scripts/emulator/lifeline.ts");

async function isGone(pid: number): Promise<boolean> {
  for (let attempt = 0; attempt < 200 && commandLine(pid) !== undefined; attempt++) await sleep(50);
  return commandLine(pid) === undefined;
}

test("a tied process group ends when its owner is killed outright", async () => {
  const script = `
    const { spawn } = require("node:child_process");
    const server = spawn("sleep", ["60"], { detached: true, stdio: "ignore" });
    require(${JSON.stringify(LIFELINE)}).tieToThisProcess(server.pid);
    console.log(server.pid);
    setInterval(() => {}, 1000);`;
  const owner = spawn(process.execPath, ["--import", "tsx", "-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void owner.kill("SIGKILL"));
  const [chunk]: unknown[] = await once(owner.stdout, "data");
  const server = Number(String(chunk));
  expect(commandLine(server)).toBe("sleep 60");
  owner.kill("SIGKILL");
  expect(await isGone(server)).toBe(true);
}, 30_000);

test("a process group that was untied goes on", async () => {
  const server = spawn("sleep", ["60"], { detached: true, stdio: "ignore" });
  onTestFinished(() => void server.kill());
  const { pid } = server;
  if (pid === undefined) throw new Error("sleep did not start");
  const untie = tieToThisProcess(pid);
  untie();
  await sleep(300);
  expect(commandLine(pid)).toBe("sleep 60");
});
