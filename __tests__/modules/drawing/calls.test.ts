import { describe, expect, it } from "vitest";
import { callsIn } from "../../../modules/drawing/calls";
import type { Topology, Way } from "../../../modules/topology/topology";

const topology = (ways: readonly Way[]): Topology => ({ vpcs: [], outside: [], ways, links: [] });
const call = (from: string, through: readonly string[], verdict: Way["verdict"], text?: string): Way => ({
  from,
  through,
  service: "logs",
  verdict,
  ...(text === undefined ? {} : { trouble: { text } }),
});

describe("the calls of a topology", () => {
  it("give each thing that is wrong one number, what is broken first, the same of several tasks once", () => {
    const { troubles } = callsIn(
      topology([
        call("a", ["e"], "unknown", "not seen"),
        call("a", ["e"], "broken", "no rule"),
        call("b", ["e"], "broken", "no rule"),
      ]),
    );
    expect(troubles.map(({ number, text, ways }) => [number, text, ways.length])).toEqual([
      [1, "no rule", 2],
      [2, "not seen", 1],
    ]);
  });

  it("say of each part how the worst call through it ends, and of what nothing calls nothing", () => {
    const { verdictOf } = callsIn(
      topology([call("a", ["gateway", "e"], "proved"), call("b", ["gateway"], "broken", "x")]),
    );
    expect(["a", "gateway", "e", "z"].map(verdictOf)).toEqual(["proved", "broken", "proved", undefined]);
  });

  it("leave a number where the call ends, and with the task where it leads nowhere", () => {
    const calls = callsIn(topology([call("a", ["gateway", "e"], "broken", "x"), call("a", [], "broken", "y")]));
    expect(calls.numbersAt("gateway")).toEqual([]);
    expect(calls.numbersAt("e")).toEqual([1]);
    expect(calls.numbersAt("a")).toEqual([]);
    expect(calls.leadingNowhere("a").map(calls.numberOf)).toEqual([2]);
  });
});
