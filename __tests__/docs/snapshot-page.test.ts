import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type InstalledCommand, installCommand } from "../modules/cli/installed-command";
import { commandPage, optionsOf, printedBy } from "../support/shown-commands";

const page = commandPage("snapshot.md");

describe("the page about snapshots", () => {
  let command: InstalledCommand;

  beforeAll(() => {
    command = installCommand();
  });

  afterAll(() => command.remove());

  it("shows what commands print, but for two that ask an account and one that installs", () => {
    expect(page.blocks).toBe(page.shown.length + 3);
  });

  it.each(page.shown)("$line", ({ line, output }) => {
    expect(printedBy(command, line)).toBe(output);
  });

  it("names every option", () => {
    const { listed, unnamed } = optionsOf(page, "snapshot");
    expect([listed.length, unnamed]).toEqual([4, []]);
  });
});
