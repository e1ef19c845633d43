import { expect, test } from "vitest";
import { unknownStacks } from "../../../scripts/emulator/stack-names";

const STACKS = ["single-subnet", "dedicated-endpoint-subnets"];

test("known stacks are no problem", () => {
  expect(unknownStacks([], STACKS)).toEqual([]);
  expect(unknownStacks(["single-subnet"], STACKS)).toEqual([]);
});

test("an unknown stack is told with the nearest name and with all names", () => {
  const [typo, stranger] = unknownStacks(["single-subnets", "production"], STACKS);
  expect(typo?.problem).toContain('"single-subnets"');
  expect(typo?.fix).toContain('"single-subnet"');
  expect(stranger?.why).toContain("single-subnet, dedicated-endpoint-subnets");
});
