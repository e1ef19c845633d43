import { expect, it } from "vitest";
import { mapValues } from "../../../modules/values/map-values";

it("keeps the names, and hands each to the function with its value", () => {
  expect(mapValues({ stable: 95, next: 5 }, (weight, name) => `${name}: ${weight}`)).toEqual({
    stable: "stable: 95",
    next: "next: 5",
  });
});
