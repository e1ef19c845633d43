import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { EXIT_CODE } from "../../../modules/cli/exit-code";
import { type InstalledCommand, installCommand } from "./installed-command";

// The first file of HCL loads the parser.
vi.setConfig({ testTimeout: 60_000 });

const docs = resolve(__dirname, "../../../docs");
const page = readFileSync(join(docs, "command.md"), "utf8");

/** Each command of the page, with the block below it that shows what it prints. */
const shown = Array.from(
  page.matchAll(/```sh\n(.*?)\n```\n+```(?:text|json|markdown)\n(.*?)\n```/gs),
  ([, line, output]) => ({
    line: String(line),
    output: String(output),
  }),
);

describe("the page about the command", () => {
  let command: InstalledCommand;

  beforeAll(async () => {
    command = await installCommand();
  });

  afterAll(() => command.remove());

  it("shows what each of its commands prints", () => {
    expect(shown.length).toBeGreaterThan(5);
    expect(page.match(/```sh\n/g)).toHaveLength(shown.length);
  });

  it.each(shown)("$line", ({ line, output }) => {
    const { stdout, stderr } = spawnSync("bash", ["--norc", "-c", line], {
      cwd: join(docs, "samples"),
      encoding: "utf8",
      env: { ...process.env, PATH: command.path },
    });
    // A command writes to one of the two, errors first.
    expect(`${stderr}${stdout}`.trimEnd()).toBe(output);
  });

  it("uses every sample, and links to it", () => {
    for (const sample of readdirSync(join(docs, "samples"))) {
      expect(page).toContain(`](samples/${sample})`);
      expect(shown.some(({ line }) => line.includes(sample))).toBe(true);
    }
  });

  it.each([
    ["plan", 11],
    ["check", 7],
    ["adopt", 4],
  ])("names every option of %s", (name, count) => {
    const help = shown.find(({ line }) => line.endsWith(`${name} --help`))?.output ?? "";
    const options = Array.from(help.matchAll(/^ {2}(--[a-z-]+)/gm), ([, option]) => String(option));
    expect(options).toHaveLength(count);
    for (const option of options) expect(page.replace(help, "")).toContain(option);
  });

  it("tells every exit status of check", () => {
    const [, section = ""] = page.split("## Prove the network");
    const listed = Array.from(section.matchAll(/^\| (\d) \| /gm), ([, status]) => Number(status));
    expect(listed).toEqual(Object.values(EXIT_CODE));
  });
});
