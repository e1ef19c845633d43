import { describe, expect, it } from "vitest";
import { writeSubnet } from "../../../modules/network/write-subnet";

describe("writeSubnet", () => {
  it.each([
    ["private_a", ["public-a", "private-a"], 'write "private-a"; the subnets are public-a, private-a'],
    ["x", ["public-a"], 'write "public-a"; the subnets are public-a'],
    ["a", [], 'give the network the subnet "a"; it has none'],
  ])("in place of %s", (name, known, fix) => {
    expect(writeSubnet(name, known)).toBe(fix);
  });
});
