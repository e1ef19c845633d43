import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { EXIT_CODE } from "../../../modules/cli/exit-code";
import { commandPage, optionsOf, printedBy } from "../../support/shown-commands";
import { type InstalledCommand, installCommand } from "./installed-command";

// The first file of HCL loads the parser.
vi.setConfig({ testTimeout: 60_000 });

const page = commandPage("command.md");

describe("the page about the command", () => {
  let command: InstalledCommand;

  beforeAll(() => {
    command = installCommand();
  });

  afterAll(() => command.remove());

  it("shows what each of its commands prints", () => {
    expect(page.shown.length).toBeGreaterThan(5);
    expect(page.blocks).toBe(page.shown.length);
  });

  it.each(page.shown)("$line", ({ line, output }) => {
    expect(printedBy(command, line)).toBe(output);
  });

  it("uses every sample, and links to it", () => {
    for (const sample of readdirSync(resolve(__dirname, "../../../docs/samples"))) {
      expect(page.text).toContain(`](samples/${sample})`);
      expect(page.shown.some(({ line }) => line.includes(sample))).toBe(true);
    }
  });

  it.each([
    ["plan", 12],
    ["check", 7],
    ["adopt", 4],
  ])("names every option of %s", (name, count) => {
    const { listed, unnamed } = optionsOf(page, name);
    expect([listed.length, unnamed]).toEqual([count, []]);
  });

  it("tells every exit status of check", () => {
    const [, section = ""] = page.text.split("## Prove the network");
    const listed = Array.from(section.matchAll(/^\| (\d) \| /gm), ([, status]) => Number(status));
    expect(listed).toEqual(Object.values(EXIT_CODE));
  });
});
