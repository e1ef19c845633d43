import { describe, expect, it } from "vitest";
import { isolatedNetwork } from "../support/isolated-network";
import { issuesOf } from "../support/terraform-fixture";

describe("the network in which everything works", () => {
  it("has neither a conflict nor a warning", () => {
    expect(issuesOf(isolatedNetwork().prove())).toEqual([]);
  });
});
