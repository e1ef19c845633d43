import { expect, it } from "vitest";
import { nearestName } from "../../stacks/nearest-name";

const NAMES = ["single-subnet", "isolated-service", "hub-and-spoke", "region", "desiredCount"];

it.each([
  ["single-subnt", "single-subnet"],
  ["singel-subnet", "single-subnet"],
  ["desiredcount", "desiredCount"],
  ["regoin", "region"],
  ["hub-and-spokes", "hub-and-spoke"],
])("takes %s for %s", (mistyped, meant) => {
  expect(nearestName(mistyped, NAMES)).toBe(meant);
});

it.each(["toString", "x", "", "private-link-provider"])("takes %s for none of them", (other) => {
  expect(nearestName(other, NAMES)).toBeUndefined();
});
