import { describe, expect, it } from "vitest";
import { resourcesOfPlan } from "../../../modules/adoption/resources-of-plan";
import type { JsonValue } from "../../../modules/values/json-value";

const change = (actions: readonly string[], more: { readonly [name: string]: JsonValue } = {}): JsonValue => ({
  address: "aws_vpc.main",
  type: "aws_vpc",
  mode: "managed",
  change: { actions, before: { id: "vpc-1" }, after: { cidr_block: "10.0.0.0/16" }, after_unknown: { id: true } },
  ...more,
});
const found = (...changes: readonly JsonValue[]) => {
  const { leaving, arriving, staying } = resourcesOfPlan({ resource_changes: changes }) ?? {};
  return [leaving?.length, arriving?.length, staying?.length];
};

describe("the resources of a plan", () => {
  it("leave, arrive or stay", () => {
    expect(found(change(["delete"]), change(["create"]), change(["no-op"]), change(["delete", "create"]))).toEqual([
      1, 1, 2,
    ]);
  });

  it("have what is known, and the names of what an apply decides", () => {
    const { arriving } = resourcesOfPlan({ resource_changes: [change(["create"])] }) ?? {};
    expect(arriving).toMatchObject([{ values: { cidr_block: "10.0.0.0/16" }, unknown: new Set(["id"]) }]);
  });

  it("are neither gone nor there where a block removed lets them go", () => {
    const { forgotten } = resourcesOfPlan({ resource_changes: [change(["forget"])] }) ?? {};
    expect(forgotten).toMatchObject([{ address: "aws_vpc.main", values: { id: "vpc-1" } }]);
    expect(found(change(["forget"]))).toEqual([0, 0, 0]);
  });

  it("are not what an interrupted replacement has left, nor what is looked up", () => {
    expect(found(change(["delete"], { deposed: "0a1b2c3d" }), change(["no-op"], { mode: "data" }))).toEqual([0, 0, 0]);
  });

  it("have what blocks that stand move and import", () => {
    const moved = change(["update"], { previous_address: "aws_vpc.old" });
    const imported = change(["no-op"], { change: { actions: ["no-op"], before: {}, importing: { id: "vpc-1" } } });
    expect(resourcesOfPlan({ resource_changes: [moved, imported, change(["no-op"])] })).toMatchObject({
      moved: [{ from: "aws_vpc.old", to: "aws_vpc.main" }],
      importing: [{ to: "aws_vpc.main", id: "vpc-1" }],
    });
  });

  it("are none of something else than a plan", () => {
    expect(resourcesOfPlan({ version: 4 })).toBeUndefined();
    expect(resourcesOfPlan("plan")).toBeUndefined();
  });
});
