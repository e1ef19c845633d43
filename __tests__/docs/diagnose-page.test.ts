import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type InstalledCommand, installCommand } from "../modules/cli/installed-command";
import { commandPage, optionsOf, printedBy } from "../support/shown-commands";

const page = commandPage("diagnose.md");

describe("the page about tasks that die", () => {
  let command: InstalledCommand;

  beforeAll(() => {
    command = installCommand();
  });

  afterAll(() => command.remove());

  it("shows what commands print, but for one that asks an account", () => {
    expect(page.shown.length).toBeGreaterThan(4);
    expect(page.blocks).toBe(page.shown.length + 1);
  });

  it.each(page.shown)("$line", ({ line, output }) => {
    expect(printedBy(command, line)).toBe(output);
  });

  it("names every option", () => {
    const { listed, unnamed } = optionsOf(page, "diagnose");
    expect([listed.length, unnamed]).toEqual([5, []]);
  });
});
