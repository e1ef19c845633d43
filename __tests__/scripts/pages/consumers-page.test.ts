import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readConsumers } from "../../../scripts/consumers/consumer";
import { NODES, RESULTS, type Results } from "../../../scripts/consumers/results";
import { STEPS } from "../../../scripts/consumers/steps";
import { consumersPage } from "../../../scripts/pages/consumers-page";

const consumers = readConsumers();
const sound = { install: "yes", types: "–", tests: "yes", synth: "yes", proof: "proved: 1 task, 4 services" };

function rowOf(name: string, results: Results): string | undefined {
  return consumersPage(consumers, results)
    .split("\n")
    .find((line) => line.includes(`\`examples/${name}\``));
}

describe("docs/consumers.md", () => {
  it("is what npm run consumers has found (run npm run docs after a change)", () => {
    const page = readFileSync(join(__dirname, "../../../docs/consumers.md"), "utf8");
    expect(page).toBe(consumersPage());
  });

  it("has an outcome of each example for each Node and step, none of them a failure", () => {
    for (const node of NODES) {
      for (const { name } of consumers) {
        const outcomes = STEPS.map((step) => `${node}, ${name}, ${step}: ${RESULTS[node][name]?.[step]}`);
        expect(outcomes.filter((outcome) => /: (no|undefined)$/.test(outcome))).toEqual([]);
      }
    }
  });

  it("says once what is the same under each Node", () => {
    const results = { 20: { javascript: sound }, 22: { javascript: sound }, 24: { javascript: sound } };
    expect(rowOf("javascript", results)).toBe(
      "| Plain JavaScript: `examples/javascript` | 20.1.0 | yes | – | yes | yes | proved: 1 task, 4 services |",
    );
  });

  it("names the versions of Node where they differ, and what was not tried", () => {
    const results = { 20: { javascript: sound }, 22: { javascript: { ...sound, tests: "no" } }, 24: {} };
    expect(rowOf("javascript", results)).toContain("| 20: yes; 22: no; 24: not tried |");
    expect(rowOf("javascript", results)).toContain("| 20, 22: yes; 24: not tried |");
  });
});
