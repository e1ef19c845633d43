import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PRICES } from "../../modules/cost/price-table";
import { type InstalledCommand, installCommand } from "../modules/cli/installed-command";
import { commandPage, optionsOf, printedBy } from "../support/shown-commands";

const page = commandPage("cost.md");

describe("the page about costs", () => {
  let command: InstalledCommand;

  beforeAll(() => {
    command = installCommand();
  });

  afterAll(() => command.remove());

  it("shows what commands print, but for the one that asks AWS for prices", () => {
    expect(page.blocks).toBe(page.shown.length + 1);
  });

  it.each(page.shown)("$line", ({ line, output }) => {
    expect(printedBy(command, line)).toBe(output);
  });

  it("names every option", () => {
    const { listed, unnamed } = optionsOf(page, "cost");
    expect([listed.length, unnamed]).toEqual([12, []]);
  });

  it("says truly which Regions have no price of a NAT gateway, and what Tokyo costs", () => {
    const without = Object.keys(PRICES).filter((region) => PRICES[region]?.natGatewayHour === undefined);
    expect(without).toEqual(["eu-central-1", "ap-northeast-2"]);
    const { endpointHour, natGatewayHour } = PRICES["ap-northeast-1"] ?? {};
    expect([endpointHour?.tiers[0].usd, natGatewayHour?.tiers[0].usd]).toEqual([0.014, 0.062]);
  });
});
