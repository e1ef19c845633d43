import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { record } from "./recorded-terminal";

const samples = resolve(__dirname, "../../../docs/samples");
const isolated = `${samples}/isolated.tf.json`;
const containers = `${samples}/containers.json`;

describe("the reports of a pipeline", () => {
  it("annotate the line of the resource at fault, and sum up in Markdown", async () => {
    const { exitCode, answer, summary } = await record(["check", isolated, "--format", "github"]);
    expect(exitCode).toBe(1);
    const [headline, annotation] = answer.split("\n");
    expect(headline).toBe("private-fargate: broken: 1 task, 4 services (3 proved, 1 broken)");
    expect(annotation).toMatch(
      /^::error file=docs\/samples\/isolated\.tf\.json,line=\d+,title=private-dns-off::private DNS/,
    );
    expect(summary).toMatch(/^\*\*broken\*\*: 1 task/);
  });

  it("write no summary in another format", async () => {
    expect((await record(["check", isolated, "--format", "sarif"])).summary).toBeUndefined();
  });

  it("annotate a task definition as well", async () => {
    const { answer, summary } = await record(["plan", containers, "--format", "github"]);
    expect(answer).toMatch(
      /^::error file=docs\/samples\/containers\.json,line=\d+,title=registry-unreachable::\[0\]\.image/m,
    );
    expect(answer).toMatch(/^::notice file=docs\/samples\/containers\.json,line=\d+,title=secret-source-unknown::/m);
    expect(summary).toContain("| `ecr.api` | Interface |");
  });

  it("are SARIF with the lines of the file", async () => {
    const { answer } = await record(["plan", containers, "--format", "sarif"]);
    const log = JSON.parse(answer);
    expect(log.runs[0].results.map(({ level }: { level: string }) => level)).toEqual(["error", "note"]);
    expect(log.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(
      "docs/samples/containers.json",
    );
  });

  it("are JUnit for a proof, and not for a plan", async () => {
    expect((await record(["check", isolated, "--format", "junit"])).answer).toContain('failures="1"');
    const { exitCode, error } = await record(["plan", containers, "--format", "junit"]);
    expect(exitCode).toBe(2);
    expect(error).toContain('--format cannot be "junit"');
  });

  it("are a page of HTML for a proof, and not for a plan, in the same bytes on a terminal", async () => {
    const args = ["check", isolated, "--format", "html"];
    const { exitCode, answer } = await record(args);
    expect(exitCode).toBe(1);
    expect(answer).toMatch(/^<!DOCTYPE html>\n.*<\/html>\n$/s);
    expect((await record(args, undefined, { columns: 60, hasColors: true })).answer).toBe(answer);
    expect((await record(["plan", containers, "--format", "html"])).error).toContain('--format cannot be "html"');
  });

  it("tell that there is no task", async () => {
    const { exitCode, answer } = await record(["check", "-", "--format", "github"], '{ "resource": {} }');
    expect(exitCode).toBe(3);
    expect(answer).toMatch(/^::notice title=task-missing::/m);
  });
});
