import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

interface Workflow {
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}
interface Job {
  readonly permissions?: unknown;
  readonly needs?: string;
  readonly steps: readonly Step[];
}
interface Step {
  readonly uses?: string;
  readonly run?: string;
}

const folder = resolve(__dirname, "../../.github/workflows");
const files = readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
const workflows = new Map<string, Workflow>(
  readdirSync(folder).map((file, index) => [file, parse(files[index] ?? "")]),
);

describe("the workflows", () => {
  it("have no more rights than they need", () => {
    for (const [file, { permissions }] of workflows) expect(permissions, file).toEqual({ contents: "read" });
  });

  it("let only the job that publishes act as the workflow, and nothing of the project runs in it", () => {
    const jobs = [...workflows.values()].flatMap((workflow) => Object.entries(workflow.jobs));
    const withRights = jobs.filter(([, { permissions }]) => permissions !== undefined);
    expect(withRights.map(([name, { permissions }]) => [name, permissions])).toEqual([
      ["publish", { "id-token": "write" }],
    ]);
    const publish = workflows.get("release.yml")?.jobs["publish"];
    expect(publish?.needs).toBe("pack");
    expect(publish?.steps.filter(({ uses }) => uses?.startsWith("actions/checkout"))).toEqual([]);
    expect(publish?.steps.flatMap(({ run }) => run ?? []).filter((line) => !line.startsWith("npm "))).toEqual([]);
  });

  it("pin each action to a commit, and say which version it is", () => {
    const lines = files.flatMap((file) => file.match(/uses: .*/g) ?? []);
    expect(lines.length).toBeGreaterThan(8);
    expect(lines.filter((line) => !/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
    const versions = new Map(lines.map((line) => [line.slice(0, line.indexOf("@")), line]));
    expect(new Set(lines).size).toBe(versions.size);
  });

  it("publish what was packed after the tests and the checks of the package", () => {
    const release = workflows.get("release.yml");
    const lines = release?.jobs["pack"]?.steps.flatMap(({ run }) => run ?? []) ?? [];
    const order = ["bash .ci/run", "npm pack", "publint", "arethetypeswrong"];
    const places = order.map((part) => lines.findIndex((line) => line.includes(part)));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    const published = release?.jobs["publish"]?.steps.at(-1)?.run;
    expect(published).toBe("npm publish --provenance --ignore-scripts ./packed/*.tgz");
  });
});
