import { describe, expect, it } from "vitest";
import { record } from "./recorded-terminal";

const REASON =
  "ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: signal: killed";

describe("private-fargate diagnose", () => {
  it.each([[["diagnose"]], [["diagnose", "-"]]])(
    "reads standard input for %j, and tells the call first",
    async (args) => {
      const { exitCode, answer, error } = await record(args, REASON);
      expect([exitCode, error]).toEqual([0, ""]);
      expect(answer.split("\n")[0]).toBe("logs: the task cannot create its log stream (logs:CreateLogStream)");
      expect(answer).toContain("1. endpoint-missing: the VPC has no endpoint for logs");
    },
  );

  it("tells the first causes in full, and with --verbose all", async () => {
    const [brief, full] = [await record(["diagnose"], REASON), await record(["diagnose", "--verbose"], REASON)];
    expect(brief.answer).toMatch(/^ {2}or: .*task-egress-missing/m);
    expect(full.answer).toContain(". task-egress-missing: ");
  });

  it("says so where it knows nothing, and what would help", async () => {
    const { exitCode, answer } = await record(["diagnose"], "it does not work");
    expect(exitCode).toBe(3);
    expect(answer).toMatch(/^not known: /);
    expect(answer).toContain("aws ecs describe-tasks");
  });

  it("answers in JSON and in Markdown", async () => {
    const json = JSON.parse((await record(["diagnose", "--format", "json"], REASON)).answer);
    expect(json).toMatchObject({
      version: 1,
      verdict: "known",
      failures: [{ text: "log-stream", services: ["logs"] }],
    });
    const nothing = JSON.parse((await record(["diagnose", "--format", "json"], "what?")).answer);
    expect(nothing).toMatchObject({ version: 1, verdict: "not-known", failures: [] });
    expect(nothing.wanted.length).toBeGreaterThan(2);
    const { answer } = await record(["diagnose", "--format", "markdown"], REASON);
    expect(answer).toMatch(/^### logs: the task cannot create its log stream/);
    expect((await record(["diagnose", "--format", "markdown"], "what?")).answer).toMatch(/^\*\*not known\*\*/);
  });

  it.each([
    [["diagnose"], "", /standard input is empty/],
    [["diagnose", "a", "b"], "", /takes one file, and not "b" as well/],
    [["diagnose", "/no/such/file"], "", /cannot read/],
    [["diagnose", "--formt", "json"], "", /did you mean --format/],
  ])("cannot use %j", async (args, input, message) => {
    const { exitCode, error } = await record(args, input);
    expect(exitCode).toBe(2);
    expect(error).toMatch(message);
  });
});
