import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type InstalledCommand, installCommand } from "../modules/cli/installed-command";

const docs = resolve(__dirname, "../../docs");
const page = readFileSync(join(docs, "ci.md"), "utf8");
const [workflow, artifact, pipeline] = Array.from(page.matchAll(/```yaml\n(.*?)```/gs), ([, text]) =>
  parse(String(text)),
);
const steps: readonly { readonly run?: string; readonly uses?: string }[] = workflow.jobs.check.steps;
const ofCheck = (lines: readonly (string | undefined)[]) =>
  lines.flatMap((line) => (line?.startsWith("npx cdktf-private-fargate") ? [line] : []));
const [annotate, scan] = ofCheck(steps.map(({ run }) => run));
const [show] = ofCheck(artifact.map(({ run }: { run?: string }) => run));
const [report] = ofCheck(pipeline.network.script);

describe("the page about pipelines", () => {
  let command: InstalledCommand;
  let home: string;

  beforeAll(() => {
    command = installCommand();
    home = mkdtempSync(join(tmpdir(), "pipeline-"));
    const stack = { name: "orders", synthesizedStackPath: "cdk.tf.json" };
    // What cdktf synth leaves, with a network that is broken.
    spawnSync("mkdir", [join(home, "cdktf.out")]);
    writeFileSync(join(home, "cdktf.out/manifest.json"), JSON.stringify({ stacks: { orders: stack } }));
    writeFileSync(join(home, "cdktf.out/cdk.tf.json"), readFileSync(join(docs, "samples/isolated.tf.json")));
  });

  afterAll(() => {
    command.remove();
    rmSync(home, { recursive: true });
  });

  /** Runs a line as a step does. */
  function step(line = "exit 99") {
    const { GITHUB_STEP_SUMMARY: _, ...others } = process.env;
    const env = {
      ...others,
      PATH: command.path,
      GITHUB_WORKSPACE: home,
      GITHUB_STEP_SUMMARY: join(home, "summary.md"),
    };
    return spawnSync("bash", ["--norc", "-e", "-o", "pipefail", "-c", line], { cwd: home, encoding: "utf8", env });
  }

  it("asks for no more than the rights to read the code and to upload findings", () => {
    expect(workflow.permissions).toEqual({ contents: "read", "security-events": "write" });
  });

  it("fails the job with annotations, and puts the proof into its summary", () => {
    const { status, stdout } = step(annotate);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=cdktf\.out\/cdk\.tf\.json,line=\d+,title=private-dns-off::/m);
    expect(readFileSync(join(home, "summary.md"), "utf8")).toMatch(/^\*\*broken\*\*: 1 task/);
  });

  it("writes the file that is uploaded, of a broken network as well", () => {
    const { status } = step(scan);
    expect(status).toBe(0);
    const upload = workflow.jobs.check.steps.at(-1);
    const log = JSON.parse(readFileSync(join(home, upload.with.sarif_file), "utf8"));
    expect(log.runs[0].results).toHaveLength(1);
  });

  it("writes the page that is kept, of a broken network as well", () => {
    expect(step(show).status).toBe(0);
    const { path } = artifact.at(-1).with;
    expect(readFileSync(join(home, path), "utf8")).toMatch(/^<!DOCTYPE html>.*<title>broken: 1 task/s);
  });

  it("fails where the path cannot be used", () => {
    expect(step(scan?.replace("cdktf.out", "nowhere")).status).toBe(1);
  });

  it("has both steps in an action, which takes no text of its inputs for shell", () => {
    const action = parse(readFileSync(join(docs, "../.github/actions/check/action.yml"), "utf8"));
    const [{ run, env }, ...others] = action.runs.steps;
    expect(others).toEqual([]);
    expect(run).not.toContain("${{");
    expect(Object.keys(env)).toEqual(["CHECK_PATH", "SARIF_FILE"]);
    const inputs = `export CHECK_PATH='cdktf.out' SARIF_FILE='a $(touch pwned).sarif'\n`;
    const { status, stdout } = step(inputs + run);
    expect(status).toBe(1);
    expect(stdout).toContain("title=private-dns-off::");
    expect(readdirSync(home)).toContain("a $(touch pwned).sarif");
    expect(readdirSync(home)).not.toContain("pwned");
  });

  it.each([
    ["broken", "cdktf.out", 1],
    ["not there", "nowhere", 2],
    ["without a task", "empty.tf.json", 3],
  ])("has an action which ends as the command does where the network is %s", (_name, path, expected) => {
    writeFileSync(
      join(home, "empty.tf.json"),
      '{ "resource": { "aws_vpc": { "a": { "cidr_block": "10.0.0.0/16" } } } }',
    );
    const action = parse(readFileSync(join(docs, "../.github/actions/check/action.yml"), "utf8"));
    const { status, stderr } = step(`export CHECK_PATH='${path}' SARIF_FILE=action.sarif\n${action.runs.steps[0].run}`);
    expect(status).toBe(expected);
    // It is said once what cannot be used.
    expect(stderr.split("nowhere").length).toBeLessThan(4);
  });

  it("writes the test report that GitLab reads", () => {
    expect(step(report).status).toBe(1);
    expect(readFileSync(join(home, pipeline.network.artifacts.reports.junit), "utf8")).toContain('failures="1"');
  });
});
