import { describe, expect, it, test } from "vitest";
import { cdktfRuns, missingStacks } from "../../../scripts/emulator/missing-stacks";

const STACKS = [
  { name: "provider", dependencies: [] },
  { name: "consumer", dependencies: ["provider"] },
  { name: "other", dependencies: [] },
];

test.each<[string, "deploy" | "destroy", readonly string[], readonly string[], readonly string[]]>([
  ["a provider whose consumer was never deployed is destroyed alone", "destroy", ["provider"], ["provider"], []],
  ["also where another stack stands", "destroy", ["provider"], ["provider", "other"], []],
  ["a provider whose consumer stands is not", "destroy", ["provider"], ["provider", "consumer"], ["consumer"]],
  ["both are", "destroy", ["provider", "consumer"], ["provider", "consumer"], []],
  ["a consumer is", "destroy", ["consumer"], ["provider", "consumer"], []],
  ["a consumer is deployed where its provider stands", "deploy", ["consumer"], ["provider"], []],
  ["a consumer is not where it does not", "deploy", ["consumer"], ["other"], ["provider"]],
  ["both are deployed", "deploy", ["provider", "consumer"], [], []],
  ["a provider is deployed alone", "deploy", ["provider"], [], []],
])("%s", (_, command, chosen, standing, missing) => {
  expect(missingStacks(command, chosen, STACKS, standing)).toEqual(missing);
});

describe("the runs of cdktf-cli", () => {
  const all = ["provider", "consumer", "other"];
  const runs = (command: "deploy" | "destroy", chosen: readonly string[], standing: readonly string[]) =>
    cdktfRuns(command, chosen, STACKS, standing).map(({ stacks, leavesOthers }) => [stacks, leavesOthers]);

  it("are one where it asks for no other stack", () => {
    expect(runs("deploy", all, [])).toEqual([[all, false]]);
    expect(runs("destroy", all, all)).toEqual([[all, false]]);
    expect(runs("destroy", ["other"], all)).toEqual([[["other"], false]]);
  });

  it("are one for each stack where it asks for one that does not stand, those that wait for others in their order", () => {
    expect(runs("destroy", ["provider", "other"], ["provider", "other"])).toEqual([
      [["other"], true],
      [["provider"], true],
    ]);
    const chain = [...STACKS, { name: "guest", dependencies: ["consumer"] }];
    const destroyed = cdktfRuns("destroy", ["provider", "consumer"], chain, ["provider", "consumer"]);
    expect(destroyed.map(({ stacks }) => stacks)).toEqual([["consumer"], ["provider"]]);
    const deployed = cdktfRuns("deploy", ["guest", "consumer"], chain, ["provider"]);
    expect(deployed.map(({ stacks }) => stacks)).toEqual([["consumer"], ["guest"]]);
  });

  it("are one that cdktf-cli refuses where another is needed, since it says so", () => {
    expect(runs("destroy", ["provider"], ["provider", "consumer"])).toEqual([[["provider"], false]]);
  });
});
