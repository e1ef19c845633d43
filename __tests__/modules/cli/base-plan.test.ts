import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { record } from "./recorded-terminal";

const folder = mkdtempSync(join(tmpdir(), "base-plan-"));
afterAll(() => rmSync(folder, { recursive: true }));

const definition = (image: string) => [{ name: "api", image }];
const IN_ECR = definition("123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1");

function fileWith(name: string, content: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

describe("private-fargate plan --base", () => {
  const now = fileWith("now.json", IN_ECR);

  it("prints what differs from another task definition, and exits as the plan does", async () => {
    const old = fileWith("old.json", definition("nginx:1.29"));
    const { answer, exitCode } = await record(["plan", now, "--base", old]);
    expect(answer.split("\n")[0]).toBe("3 endpoints added, 1 issue gone");
    expect(exitCode).toBe(0);
    expect((await record(["plan", old, "--base", now])).exitCode).toBe(1);
  });

  it("compares with a plan that was saved, and takes it from standard input", async () => {
    const { answer: saved } = await record(["plan", now, "--format", "json"]);
    const { answer } = await record(["plan", now, "--uses", "sqs", "--base", "-", "--format", "json"], saved);
    expect(JSON.parse(answer)).toMatchObject({ version: 1, added: [{ service: "sqs" }], removed: [], changed: [] });
  });

  it("annotates the file, with the difference in the summary", async () => {
    const { answer } = await record(["plan", now, "--base", now, "--format", "github"]);
    expect(answer).toContain("no endpoint and no issue differs");
  });

  it.each([
    ["another version", { version: 2, tasks: [], endpoints: [], issues: [] }],
    ["endpoints that are none", { version: 1, tasks: [], endpoints: [{}], issues: [] }],
    ["issues that are none", { version: 1, tasks: [], endpoints: [], issues: [null] }],
  ])("refuses a saved plan with %s", async (_, plan) => {
    const { error, exitCode } = await record(["plan", now, "--base", fileWith("saved.json", plan)]);
    expect(exitCode).toBe(2);
    expect(error).toContain("is not a plan that this version writes; write it anew");
  });

  it("refuses what is neither a plan nor a task definition, and two from standard input", async () => {
    expect((await record(["plan", now, "--base", fileWith("odd.json", "{")])).exitCode).toBe(2);
    expect(await record(["plan", "-", "--base", "-"], "[]")).toMatchObject({
      exitCode: 2,
      error: expect.stringContaining("only one of FILE and --base can come from standard input"),
    });
  });
});
