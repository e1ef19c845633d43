import { describe, expect, it } from "vitest";
import { workflowCommands } from "../../../../modules/cli/findings/workflow-commands";
import type { ShownIssue } from "../../../../modules/issues/issue-parts";

const FINDING: ShownIssue = { code: "private-dns-off", path: "a.b", problem: "DNS is off", why: "so", fix: "on" };
const nowhere = () => undefined;

describe("the commands of GitHub Actions", () => {
  it("sum up, and annotate the line of each finding with why and what to do", () => {
    const text = workflowCommands("broken: 1 task", [FINDING], () => ({ file: "main.tf", line: 7 }), {});
    expect(text.split("\n")).toEqual([
      "private-fargate: broken: 1 task",
      "::error file=main.tf,line=7,title=private-dns-off::a.b: DNS is off%0Awhy: so%0Afix: on",
    ]);
  });

  it.each([
    ["warning", "::warning title="],
    ["note", "::notice title="],
    ["error", "::error title="],
  ] as const)("are of the level of a finding: %s", (severity, start) => {
    expect(workflowCommands("", [{ ...FINDING, severity }], nowhere, {}).split("\n")[1]).toContain(start);
  });

  it("escape what would end a property, a message or the line", () => {
    const finding = { ...FINDING, problem: "100% of a\r\n::error::b, c: d" };
    const [, command, ...others] = workflowCommands("", [finding], () => ({ file: "a,b:c%.tf" }), {}).split("\n");
    expect(command).toContain("file=a%2Cb%3Ac%25.tf,");
    expect(command).toContain("100%25 of a%0D%0A::error::b, c: d");
    expect(others).toEqual([]);
  });

  it("let no text of an input start a line, so that none is a command", () => {
    const text = workflowCommands("::add-mask::x\n::stop-commands::y", [], nowhere, {});
    expect(text).toBe("private-fargate: ::add-mask::x ::stop-commands::y");
  });

  it("leave out what is accepted, and in brief fold what is alike", () => {
    const accepted = { ...FINDING, accepted: "it is meant" };
    const alike = ["a.c", "a.d"].map((path) => ({ ...FINDING, path }));
    expect(workflowCommands("", [accepted], nowhere, {}).split("\n")).toHaveLength(1);
    expect(workflowCommands("", alike, nowhere, {}).split("\n")).toHaveLength(3);
    const [, folded, ...others] = workflowCommands("", alike, nowhere, { brief: true }).split("\n");
    expect(folded).toContain("also: a.d");
    expect(others).toEqual([]);
  });
});
