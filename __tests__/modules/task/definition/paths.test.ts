import { describe, expect, it } from "vitest";
import { InputPaths } from "../../../../modules/task/json/input-paths";
import { formatJsonPath } from "../../../../modules/task/json/json-path";
import { longestKnownPath } from "../../../../modules/task/json/known-path";

describe("formatJsonPath", () => {
  it.each([
    [[], ""],
    [["containerDefinitions", 0, "image"], "containerDefinitions[0].image"],
    [[0, "image"], "[0].image"],
    [["options", "awslogs-group"], "options.awslogs-group"],
    [["a b", ""], '["a b"][""]'],
  ])("writes %j as %s", (path, text) => {
    expect(formatJsonPath(path)).toBe(text);
  });
});

describe("longestKnownPath", () => {
  const known = new Set(["a", "a.b", "a.b[1]"]);
  it.each([
    ["a.b[1].c", "a.b[1]"],
    ["a.b[10]", "a.b"],
    ["a.bc", "a"],
    ["ab", undefined],
  ])("finds of %s the start %s", (path, start) => {
    expect(longestKnownPath(path, (each) => known.has(each))).toBe(start);
  });
});

describe("InputPaths", () => {
  it("puts the place in the document for the longest part of a path that it knows", () => {
    const paths = new InputPaths();
    paths.set("containers.api", ["containerDefinitions", 0]);
    paths.set("containers.api.ports", ["containerDefinitions", 0, "portMappings"]);
    paths.set("executeCommand", "--execute-command");
    expect(paths.of("containers.api.image")).toBe("containerDefinitions[0].image");
    expect(paths.of("containers.api.ports[1]")).toBe("containerDefinitions[0].portMappings[1]");
    expect(paths.of("executeCommand")).toBe("--execute-command");
    expect(paths.of("containers.api2.image")).toBe("containers.api2.image");
  });

  it("writes no dot at the start where the document is what is known", () => {
    const paths = new InputPaths();
    paths.set("task", []);
    expect(paths.of("task.cpu")).toBe("cpu");
  });
});
