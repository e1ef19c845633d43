import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createStacks } from "../../stacks";
import { type InstalledCommand, installCommand } from "../modules/cli/installed-command";
import { HEADER, PEERS, readComparison, sourcesIn, unfoundedCells } from "../support/comparison";
import { commandPage, printedBy } from "../support/shown-commands";
import { parsed, synthApp } from "../support/synth";

const page = readFileSync(resolve(__dirname, "../../docs/least-privilege.md"), "utf8");

it("what it says of other libraries has a source of the version that was read, and every source is used", () => {
  const { headers, rows, sources } = readComparison(page);
  expect(headers).toEqual([HEADER]);
  expect(rows.length).toBeGreaterThan(7);
  expect(rows.filter(({ ours, peers }) => ours === "" || peers.length !== PEERS.length)).toEqual([]);
  expect(unfoundedCells(rows, sources)).toEqual([]);
  const used = new Set(rows.flatMap(({ peers }) => peers.flatMap(sourcesIn)));
  expect([...sources.keys()].filter((name) => !used.has(name))).toEqual([]);
});

it("the page shows the generated policies of the single-subnet sample as they are", () => {
  const [, shown = ""] = /```json\n([^`]*)\n```/.exec(page) ?? [];
  const context = { stacks: ["single-subnet"], "single-subnet": { generatedPolicies: true } };
  const stack = synthApp(createStacks, context).get("single-subnet");
  const policies = stack?.all("aws_vpc_endpoint_policy").map(({ path, attributes }) => {
    const document = parsed(attributes["policy"]) as { readonly Statement: unknown };
    return [path.split("/")[1]?.replace("-", "."), document.Statement];
  });
  expect(JSON.parse(shown)).toEqual(Object.fromEntries(policies ?? []));
});

describe("its commands", () => {
  const { blocks, shown } = commandPage("least-privilege.md");
  let command: InstalledCommand;

  beforeAll(() => {
    command = installCommand();
  });

  afterAll(() => command.remove());

  it("each have what they print below them", () => {
    expect([blocks, shown.length]).toEqual([1, 1]);
  });

  it.each(shown)("$line", ({ line, output }) => {
    expect(printedBy(command, line)).toBe(output);
  });
});
