import { describe, expect, it } from "vitest";
import type { RouteTarget } from "../../../modules/reachability/model/route";
import { tierOf } from "../../../modules/topology/tier-of";

const target = (kind: RouteTarget["kind"], argument = "gateway_id"): RouteTarget => ({
  kind,
  argument,
  id: { kind: "id", text: "x" },
});

describe("tierOf", () => {
  it.each([
    ["public", [target("internet-gateway"), target("nat-gateway")], false],
    ["private", [target("nat-gateway", "nat_gateway_id")], false],
    ["private", [target("other", "transit_gateway_id")], true],
    ["isolated", [target("other", "vpc_endpoint_id")], false],
    ["isolated", [], false],
    ["unknown", [], true],
  ] as const)("is %s", (tier, targets, isOpen) => {
    expect(tierOf({ targets, isOpen })).toBe(tier);
  });
});
