import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type InstalledCommand, installCommand } from "../modules/cli/installed-command";

const docs = resolve(__dirname, "../../docs");
const page = readFileSync(join(docs, "diagnose.md"), "utf8");

/** Each command that needs no account, with the block below it that shows what it prints. */
const shown = Array.from(
  page.matchAll(/```sh\n((?:(?!```).)*)\n```\n+```(?:text|markdown)\n(.*?)\n```/gs),
  ([, line, output]) => ({
    line: String(line),
    output: String(output),
  }),
);

describe("the page about tasks that die", () => {
  let command: InstalledCommand;

  beforeAll(async () => {
    command = await installCommand();
  });

  afterAll(() => command.remove());

  it("shows what commands print, but for one that asks an account", () => {
    expect(shown.length).toBeGreaterThan(4);
    expect(page.match(/```sh\n/g)).toHaveLength(shown.length + 1);
  });

  it.each(shown)("$line", ({ line, output }) => {
    const { stdout, stderr } = spawnSync("bash", ["--norc", "-c", line], {
      cwd: join(docs, "samples"),
      encoding: "utf8",
      env: { ...process.env, PATH: command.path },
    });
    expect(`${stderr}${stdout}`.trimEnd()).toBe(output);
  });

  it("names every option", () => {
    const help = shown.find(({ line }) => line.endsWith("diagnose --help"))?.output ?? "";
    const options = Array.from(help.matchAll(/^ {2}(--[a-z-]+)/gm), ([, option]) => String(option));
    expect(options).toHaveLength(4);
    for (const option of options) expect(page.replace(help, "")).toContain(option);
  });
});
