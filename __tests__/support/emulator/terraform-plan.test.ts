import { expect, test } from "vitest";
import { parsePlan } from "./terraform-plan";

const change = (address: string, actions: string[], before: unknown, after: unknown, unknown: unknown = {}) => ({
  address,
  type: "aws_vpc",
  change: { actions, before, after, after_unknown: unknown },
});

test("what is neither a no-op nor a read is a difference, with the attributes that would change", () => {
  const plan = parsePlan(
    JSON.stringify({
      resource_changes: [
        change("aws_vpc.same", ["no-op"], { a: 1 }, { a: 1 }),
        change("data.aws_vpc.read", ["read"], null, { a: 1 }, { b: true }),
        change(
          "aws_vpc.changed",
          ["update"],
          { a: 1, b: { c: [1] }, d: null, e: "x", f: [] },
          { a: 1, b: { c: [2] } },
          { e: true, f: [{ g: false }] },
        ),
        change("aws_vpc.replaced", ["delete", "create"], { id: "1" }, {}, { id: true }),
      ],
      output_changes: {
        same: { actions: ["no-op"] },
        other: { actions: ["update"] },
      },
    }),
  );
  expect(plan.resourceChanges).toHaveLength(4);
  expect(plan.differences.map((it) => [it.address, it.attributes])).toEqual([
    ["aws_vpc.changed", ["b", "e", "f"]],
    ["aws_vpc.replaced", ["id"]],
  ]);
  expect(plan.outputChanges).toEqual(["other"]);
});

test("a plan without resources has no differences; a resource without an address is an error", () => {
  expect(parsePlan("{}").differences).toEqual([]);
  expect(() => parsePlan('{"resource_changes":[{"type":"aws_vpc"}]}')).toThrow(/resource change/);
  expect(() => parsePlan("[]")).toThrow(/no JSON object/);
});
