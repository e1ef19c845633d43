import { expect, it } from "vitest";
import { isPort } from "../../../modules/aws/limits";

it.each([1, 443, 65535])("has %d for a port", (value) => {
  expect(isPort(value)).toBe(true);
});

it.each([0, -1, 65536, 80.5, Number.NaN, "80", undefined, null, [80]])("has no %j for a port", (value) => {
  expect(isPort(value)).toBe(false);
});
