import { expect, test } from "vitest";
import { missingStacks } from "../../../scripts/emulator/missing-stacks";

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
