import { expect, it } from "vitest";
import { checkWeightedTargets } from "../../../modules/load-balancing/check-weighted-targets";

const target = { container: "api", port: 8080 };

it("takes weights from 0 to 999 and a client for a week", () => {
  const targets = { stable: { ...target, weight: 999 }, next: { ...target, weight: 0 } };
  expect([...checkWeightedTargets({ targets, stickySeconds: 604_800 })]).toEqual([]);
});

it.each([
  ["no container", {}, undefined, "targets"],
  [
    "six containers",
    Object.fromEntries([..."abcdef"].map((name) => [name, { ...target, weight: 1 }])),
    undefined,
    "targets",
  ],
  ["a weight of 1000", { a: { ...target, weight: 1000 } }, undefined, "targets.a.weight"],
  ["a negative weight", { a: { ...target, weight: 1 }, b: { ...target, weight: -1 } }, undefined, "targets.b.weight"],
  ["no weight but 0", { a: { ...target, weight: 0 } }, undefined, "targets"],
  ["a client for no time", { a: { ...target, weight: 1 } }, 0, "stickySeconds"],
])("refuses %s", (_, targets, stickySeconds, path) => {
  const issues = [...checkWeightedTargets({ targets, ...(stickySeconds === undefined ? {} : { stickySeconds }) })];
  expect(issues).toMatchObject([{ code: "listener-rule-invalid", path }]);
});

it("names the target whose port is out of range", () => {
  expect([...checkWeightedTargets({ targets: { a: { ...target, port: 0, weight: 1 } } })]).toMatchObject([
    { code: "port-out-of-range", path: "targets.a.port" },
  ]);
});
