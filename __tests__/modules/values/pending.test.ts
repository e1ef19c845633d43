import { describe, expect, it } from "vitest";
import { isPending, isPendingNumber } from "../../../modules/values/pending";

describe("isPending", () => {
  it.each(["${var.x}", "%{ if a }b%{ endif }", "<X>", "$X", ["a", "{{ x }}"], { resolve: () => 1 }])(
    "is true of %j",
    (value) => {
      expect(isPending(value)).toBe(true);
    },
  );

  it.each(["x", "REGION", 8080, undefined, null, true, ["a"], { a: "<X>" }])("is false of %j", (value) => {
    expect(isPending(value)).toBe(false);
  });
});

describe("isPendingNumber", () => {
  it("takes a word in capitals in the place of a number", () => {
    expect(isPendingNumber("TASK_CPU")).toBe(true);
    expect(isPendingNumber("1024")).toBe(false);
    expect(isPendingNumber(1024)).toBe(false);
  });
});
