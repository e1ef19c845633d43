import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { record } from "./recorded-terminal";

const samples = resolve(__dirname, "../../../docs/samples");

describe("private-fargate draw", () => {
  it("draws a configuration as SVG, also where something in it is broken", async () => {
    const { exitCode, answer, error } = await record(["draw", `${samples}/isolated.tf.json`]);
    expect([exitCode, error]).toEqual([0, ""]);
    expect(answer).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(answer.trimEnd()).toMatch(/<\/svg>$/);
    expect(answer).toContain("private DNS is off");
  });

  it("writes Mermaid and JSON", async () => {
    const mermaid = await record(["draw", `${samples}/orders`, "--format", "mermaid"]);
    expect(mermaid.answer).toMatch(/^flowchart LR\n/);
    const json = await record(["draw", `${samples}/orders`, "--format", "json"]);
    expect(JSON.parse(json.answer)).toMatchObject({ version: 1, vpcs: [{ zones: expect.any(Array) }] });
  });

  it("draws a VPC of a snapshot around the tasks of a configuration", async () => {
    const args = [`${samples}/service.tf.json`, "--network", `${samples}/network.json`, "--format", "json"];
    const { answer } = await record(["draw", ...args]);
    const { vpcs } = JSON.parse(answer);
    expect(JSON.stringify(vpcs)).toContain('"kind":"task"');
    expect(JSON.stringify(vpcs)).toContain('"vpc-0123456789abcdef0"');
  });

  it.each([
    [["draw"], "there is no path; write private-fargate draw PATH…"],
    [["draw", "nowhere.json"], "nowhere.json"],
    [["draw", "x.json", "--format", "png"], "svg, mermaid"],
  ])("says what is wrong with %j", async (args, text) => {
    const { exitCode, error } = await record(args);
    expect(exitCode).toBe(2);
    expect(error).toContain(text);
  });
});
