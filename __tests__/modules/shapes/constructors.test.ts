import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ConfigurationError } from "../../../modules";
import { CONSTRUCTORS } from "./constructor-samples";

const RUNS = Number(process.env["FC_RUNS"] ?? 60);
const SEED = Number(process.env["FC_SEED"] ?? 1);

/** What goes wrong, where anything does. */
function failureOf(make: () => unknown): unknown {
  try {
    make();
    return undefined;
  } catch (error) {
    return error;
  }
}

describe.each(Object.entries(CONSTRUCTORS))("%s without a compiler", (_name, { props, make }) => {
  it("takes what fits", () => {
    expect(failureOf(() => make(structuredClone(props)))).toBeUndefined();
  });

  it.each([undefined, null, "x", 7])("says so where it is given %s in place of its properties", (value) => {
    const error = failureOf(() => make(value));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error).toMatchObject({ issues: [{ code: "property-malformed" }] });
  });

  it("has an issue for any JSON in any place, or works", { timeout: 120_000 }, () => {
    const places = placesIn(props);
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 2 }), (place, value) => {
        const error = failureOf(() => make(replaced(structuredClone(props), place, value)));
        if (error === undefined) return;
        if (!(error instanceof ConfigurationError)) throw error;
        for (const { problem, why, fix } of error.issues) {
          for (const text of [problem, why, fix]) expect(text).not.toMatch(/\bundefined\b|\[object Object\]|\bNaN\b/);
        }
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });
});

describe("constructs of a hub and targets of load balancers", () => {
  it.each<[string, object, string, string]>([
    ["HubEndpoints", { service: ["logs"] }, "service", "write services"],
    ["SpokeNetwork", { hub: { present: [], dependencies: [] } }, "hub.zoneIds", "write zoneIds: new Map()"],
    ["SpokeNetwork", { connections: {} }, "connections", "write connection"],
    ["VpcPeering", { peer: "hub" }, "peer", "write peer: new PrivateNetwork"],
    ["target of an ApplicationLoadBalancer", { healthcheck: {} }, "healthcheck", "write healthCheck"],
    ["instances of a NetworkLoadBalancer", { instances: ["i-0a"] }, "instances", "write instances: {"],
    ["ExistingNetwork.lookUp", { region: 7 }, "region", 'write region: "7"'],
  ])("%s names the property and what to write: %j", (name, change, path, fix) => {
    const { props, make } = CONSTRUCTORS[name] ?? { props: {}, make: () => undefined };
    const error = failureOf(() => make({ ...props, ...change }));
    const expected = expect.objectContaining({ path, fix: expect.stringContaining(fix) });
    expect(error).toMatchObject({ issues: expect.arrayContaining([expected]) });
  });
});

type Place = readonly [string, ...string[]];

/** Every place in a value, as the names and indexes that lead there. */
function placesIn(value: unknown, path: readonly string[] = []): readonly Place[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const [first = name, ...rest] = [...path, name];
    return [[first, ...rest] as const, ...placesIn(member, [...path, name])];
  });
}

function replaced(whole: object, [first, ...rest]: Place, value: unknown): object {
  const [next, ...others] = rest;
  const member: unknown = Reflect.get(whole, first);
  const inside = next === undefined || typeof member !== "object" || member === null;
  Reflect.set(whole, first, inside ? value : replaced(member, [next, ...others], value));
  return whole;
}
