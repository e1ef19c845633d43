import { expect, it } from "vitest";
import { groupBy } from "../../../../modules/reachability/model/group-by";

it("keeps the order of things and of groups, and leaves out what has no key", () => {
  const groups = groupBy([3, 1, 4, 1, 5, 9, 0], (number) => {
    if (number === 0) return undefined;
    return number % 2 === 0 ? "even" : "odd";
  });
  expect([...groups]).toEqual([
    ["odd", [3, 1, 1, 5, 9]],
    ["even", [4]],
  ]);
});
