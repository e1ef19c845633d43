import { describe, expect, it } from "vitest";
import { legsOf } from "../../../modules/drawing/legs";
import type { Link, Way } from "../../../modules/topology/topology";

const legs = (ways: readonly Way[], links: readonly Link[] = [], unknown: readonly string[] = []) =>
  legsOf({ vpcs: [], outside: [], ways, links }, (part) =>
    unknown.includes(part) ? undefined : part.replace(/\d$/, ""),
  );

const call = (from: string, through: readonly string[], hop?: NonNullable<Way["trouble"]>["hop"]): Way => ({
  from,
  through,
  service: "logs",
  verdict: hop === undefined ? "proved" : "broken",
  ...(hop === undefined ? {} : { trouble: { hop, text: "x" } }),
});

describe("the legs of ways", () => {
  it("are one for all calls from a card to the next that end the same way", () => {
    const found = legs([call("task", ["endpoints1"]), call("task", ["endpoints2"]), call("task", ["gateway", "host"])]);
    expect(found.map(({ from, to, ways }) => [from, to, ways.length])).toEqual([
      ["task", "endpoints", 2],
      ["task", "gateway", 1],
      ["gateway", "host", 1],
    ]);
  });

  it("break where the task is, or where the call ends", () => {
    const broken = legs([call("task", ["gateway", "host"], "route"), call("task", ["gateway", "host"], "called")]);
    expect(broken.map(({ from, breaksAt }) => [from, breaksAt])).toEqual([
      ["task", "from"],
      ["gateway", undefined],
      ["task", undefined],
      ["gateway", "to"],
    ]);
  });

  it("leave out what is in no card, and a step within one", () => {
    expect(legs([call("task1", ["task2", "lost", "e"])], [], ["lost"]).map(({ from, to }) => [from, to])).toEqual([
      ["task", "e"],
    ]);
  });

  it("link what belongs together, unless a way leads there, and once", () => {
    const links = [
      { from: "a", to: "b", text: "peered" },
      { from: "b", to: "a" },
      { from: "e", to: "task" },
    ];
    expect(legs([call("task", ["e"])], links).filter(({ verdict }) => verdict === undefined)).toEqual([
      { from: "a", to: "b", ways: [], text: "peered" },
    ]);
  });
});
