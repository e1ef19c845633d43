import { describe, expect, it } from "vitest";
import { isObject } from "../../../modules/values/is-object";

describe("isObject", () => {
  it.each([{ value: {} }, { value: { a: 1 } }, { value: Object.create(null) }])("takes $value", ({ value }) => {
    expect(isObject(value)).toBe(true);
  });

  it.each([{ value: null }, { value: [] }, { value: "{}" }, { value: 1 }, { value: undefined }])(
    "does not take $value",
    ({ value }) => {
      expect(isObject(value)).toBe(false);
    },
  );
});
