import { describe, expect, it } from "vitest";
import { findMessages } from "../../../../modules/diagnosis/input/find-messages";

const texts = (input: string) => findMessages(input).map(({ text }) => text);

describe("the messages of an input", () => {
  it("are the members of JSON that tell what went wrong, each with its place", () => {
    const json = { tasks: [{ name: "x", stoppedReason: "a", containers: [{ reason: "b", image: "c" }] }] };
    expect(findMessages(JSON.stringify(json)).map(({ text, place }) => [place, text])).toEqual([
      ["tasks[0].stoppedReason", "a"],
      ["tasks[0].containers[0].reason", "b"],
    ]);
  });

  it("are all texts of JSON that has no such member", () => {
    expect(texts('["a", { "b": "c" }]')).toEqual(["a", "c"]);
  });

  it("are one for each failure of a text, and one for a text that is wrapped", () => {
    expect(texts("ResourceInitializationError: a\n  b\nCannotPullContainerError: c")).toEqual([
      "ResourceInitializationError: a b",
      "CannotPullContainerError: c",
    ]);
    expect(texts("2026-11-28T10:00:00 a\n2026-11-28T10:00:01 b\n\nc")).toEqual([
      "2026-11-28T10:00:00 a",
      "2026-11-28T10:00:01 b",
      "c",
    ]);
  });

  it("are the lines of a long text without times, and of a long line its start", () => {
    const lines = Array.from({ length: 900 }, (_, index) => `line ${index}`);
    expect(texts(lines.join("\n"))).toEqual(lines);
    expect(texts("secret ".repeat(30_000)).map(({ length }) => length)).toEqual([5000]);
  });

  it("tell of an agent of ECS Exec that does not run, and of a task that did not start for no reason", () => {
    const managedAgents = [{ name: "ExecuteCommandAgent", lastStatus: "STOPPED", reason: "gone" }];
    expect(texts(JSON.stringify({ stopCode: "TaskFailedToStart", containers: [{ managedAgents }] }))).toEqual([
      "TaskFailedToStart without a reason",
      "ExecuteCommandAgent is STOPPED: gone",
      "gone",
    ]);
    expect(
      texts(JSON.stringify({ message: "m", agents: [{ name: "ExecuteCommandAgent", lastStatus: "RUNNING" }] })),
    ).toEqual(["m"]);
  });

  it("are none of nothing, of JSON without texts, and of what is nested beyond sense", () => {
    expect(texts("")).toEqual([]);
    expect(texts("[1, null, {}]")).toEqual([]);
    expect(texts(`${"[".repeat(5000)}"a"${"]".repeat(5000)}`)).toEqual([]);
  });
});
