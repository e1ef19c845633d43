import { describe, expect, it } from "vitest";
import { symbolicJson } from "../../../../../modules/reachability/terraform/expressions/symbolic-text";
import { type Sighting, valueOfSightings } from "../../../../../modules/reachability/terraform/plan/plan-sightings";

function table(name: string) {
  return { kind: "reference", address: `aws_route_table.${name}`, type: "aws_route_table", attribute: "id" } as const;
}

function sighting(by: Sighting["by"], times: number, ...names: readonly string[]): Sighting {
  return { values: names.map(table), times, by };
}

const id = (name: string) => `\${aws_route_table.${name}.id}`;

describe("a list of which a plan tells only what can be in it", () => {
  const list = (sightings: readonly Sighting[], claims = 1, isComputed = true) =>
    symbolicJson(valueOfSightings(sightings, true, isComputed, () => claims));

  it("holds everything that is named", () => {
    expect(list([sighting("name", 1, "a"), sighting("name", 1, "b", "a")])).toEqual([id("a"), id("b")]);
  });

  it("holds what a local value can stand for, where that is one thing only", () => {
    expect(list([sighting("local", 1, "a", "b"), sighting("local", 1, "b", "a")])).toEqual([id("a"), id("b")]);
    expect(list([sighting("local", 1, "a"), sighting("local", 1, "b")])).toBe("${?}");
  });

  it("is not in doubt over a local value that can add nothing", () => {
    expect(list([sighting("name", 1, "a", "b"), sighting("local", 1, "b")])).toEqual([id("a"), id("b")]);
    expect(list([sighting("name", 1, "a"), sighting("local", 1, "b")])).toBe("${?}");
  });

  it("holds what occurs in a map as often as the map is taken from", () => {
    const both = [sighting("each", 2, "a"), sighting("each", 2, "b")];
    expect(list(both, 2)).toEqual([id("a"), id("b")]);
    expect(list(both, 3)).toBe("${?}");
    expect(list([sighting("each", 1, "a"), sighting("each", 1, "a")], 2)).toEqual([id("a")]);
  });

  it("may not be given at all, where AWS fills it in then", () => {
    expect(list([sighting("each", 1, "a")], 2)).toBe("${?}");
    expect(list([sighting("each", 1, "a")], 2, false)).toEqual([id("a")]);
  });
});

describe("a single argument of which a plan tells only what it can be", () => {
  const single = (sightings: readonly Sighting[], claims = 1) =>
    valueOfSightings(sightings, false, false, () => claims);

  it("is the only thing that there is", () => {
    expect(single([sighting("name", 2, "a"), sighting("local", 1, "a")])).toEqual(table("a"));
  });

  it("is unknown where it can be several, with their names", () => {
    expect(single([sighting("name", 1, "a", "b"), sighting("local", 1, "c")])).toEqual({
      kind: "unknown",
      because: "the plan does not tell which of aws_route_table.a, aws_route_table.b, aws_route_table.c it is",
    });
    expect(single([sighting("name", 1, "a", "b", "c", "d", "e")])).toMatchObject({
      because: expect.stringContaining("aws_route_table.c, 2 more"),
    });
  });

  it("is what a map has for it, rather than what stands beside", () => {
    expect(single([sighting("name", 1, "a"), sighting("each", 1, "b")])).toEqual(table("b"));
    expect(single([sighting("name", 1, "a"), sighting("each", 1, "b")], 2).kind).toBe("unknown");
  });

  it("is unknown where nothing is seen", () => {
    expect(single([]).kind).toBe("unknown");
  });
});
