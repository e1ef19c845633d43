import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PRICES } from "../../modules/cost/price-table";
import { type InstalledCommand, installCommand } from "../modules/cli/installed-command";

const docs = resolve(__dirname, "../../docs");
const page = readFileSync(join(docs, "cost.md"), "utf8");

/** The commands that need no account, each with the block below it that shows what it prints. */
const shown = Array.from(page.matchAll(/```sh\n([^`]*)\n```\n+```text\n([^`]*)\n```/g), ([, line, output]) => ({
  line: String(line),
  output: String(output),
}));

describe("the page about costs", () => {
  let command: InstalledCommand;

  beforeAll(async () => {
    command = await installCommand();
  });

  afterAll(() => command.remove());

  it("shows what commands print, but for the one that asks AWS for prices", () => {
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
    const help = shown.find(({ line }) => line.endsWith("cost --help"))?.output ?? "";
    const options = Array.from(help.matchAll(/^ {2}(--[a-z-]+)/gm), ([, option]) => String(option));
    expect(options).toHaveLength(12);
    for (const option of options) expect(page.replace(help, "").includes(option) || option === "--help").toBe(true);
  });

  it("says truly which Regions have no price of a NAT gateway, and what Tokyo costs", () => {
    const without = Object.keys(PRICES).filter((region) => PRICES[region]?.natGatewayHour === undefined);
    expect(without).toEqual(["eu-central-1", "ap-northeast-2"]);
    const { endpointHour, natGatewayHour } = PRICES["ap-northeast-1"] ?? {};
    expect([endpointHour?.tiers[0].usd, natGatewayHour?.tiers[0].usd]).toEqual([0.014, 0.062]);
  });
});
