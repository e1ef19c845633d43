import { expect, it } from "vitest";
import { jsonAt } from "../../../modules/adoption/json-at";

it("finds what stands at a path, and nothing where it leads nowhere", () => {
  const value = { a: { b: [1] } };
  expect(jsonAt(value, "a", "b")).toEqual([1]);
  expect(jsonAt(value)).toBe(value);
  expect(jsonAt(value, "a", "b", "c")).toBeUndefined();
  expect(jsonAt("text", "length")).toBeUndefined();
});
