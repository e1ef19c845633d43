import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

interface Workflow {
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, { readonly permissions?: unknown; readonly steps: readonly Step[] }>>;
}
interface Step {
  readonly uses?: string;
  readonly run?: string;
}

const folder = resolve(__dirname, "../../.github/workflows");
const workflows = new Map<string, Workflow>(
  readdirSync(folder).map((file) => [file, parse(readFileSync(join(folder, file), "utf8"))]),
);
const stepsOf = (workflow?: Workflow) => Object.values(workflow?.jobs ?? {}).flatMap(({ steps }) => steps);

describe("the workflows", () => {
  it("have no more rights than they need", () => {
    expect(Object.fromEntries([...workflows].map(([file, { permissions }]) => [file, permissions]))).toEqual({
      "ci.yml": { contents: "read" },
      "release.yml": { contents: "read", "id-token": "write" },
    });
    for (const { jobs } of workflows.values())
      for (const job of Object.values(jobs)) expect(job.permissions).toBeUndefined();
  });

  it("name a version of each action", () => {
    const used = [...workflows.values()].flatMap(stepsOf).flatMap(({ uses }) => uses ?? []);
    expect(used.length).toBeGreaterThan(5);
    expect(used.filter((action) => !/^[\w-]+\/[\w-]+@v\d/.test(action))).toEqual([]);
  });

  it("publish last, after the tests and the checks of the package", () => {
    const lines = stepsOf(workflows.get("release.yml")).flatMap(({ run }) => run ?? []);
    expect(lines).toContain("bash .ci/run");
    expect(lines.at(-1)).toBe("npm publish --provenance ./packed/*.tgz");
  });
});
