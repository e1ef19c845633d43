import { execFile } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commandsIn, type Program, programsIn } from "../support/code-blocks";

const run = promisify(execFile);
const project = resolve(__dirname, "../..");
const pages = [
  ...readdirSync(project).filter((name) => name.endsWith(".md")),
  ...readdirSync(join(project, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
];
const read = (page: string) => readFileSync(join(project, page), "utf8");
/** A program for CDK Terrain, which this project does not install, is a file of an example, which does. */
const isForCdkTerrain = ({ code }: Program) => code.includes('from "cdktn"');
const allPrograms = pages.flatMap((page) => programsIn(page, read(page)));
const programs = allPrograms.filter((each) => !isForCdkTerrain(each));
const isTest = ({ code }: Program) => code.includes('from "vitest"');

/** The entries of the package, the longer name first: bundlers take the first that fits. */
const entries = {
  "cdktf-private-fargate/planning": join(project, "modules/entries/planning.ts"),
  "cdktf-private-fargate/reachability": join(project, "modules/entries/reachability.ts"),
  "cdktf-private-fargate/testing": join(project, "modules/testing/index.ts"),
  "cdktf-private-fargate": join(project, "modules/index.ts"),
};

describe("the programs in the pages", () => {
  let directory: string;

  beforeAll(() => {
    const cache = join(project, "node_modules/.cache");
    mkdirSync(cache, { recursive: true });
    directory = mkdtempSync(join(cache, "docs-programs-"));
  });

  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it("are there", () => {
    expect(programs.map(({ where }) => where.split(":")[0])).toContain("README.md");
  });

  it("compile against the library", { timeout: 120_000 }, async () => {
    const files = programs.map(({ code }, index) => {
      writeFileSync(join(directory, `program-${index}.ts`), code);
      return `program-${index}.ts`;
    });
    const config = {
      extends: join(project, "tsconfig.json"),
      compilerOptions: {
        noUnusedLocals: false,
        paths: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, [file]])),
      },
      files,
      include: [],
    };
    writeFileSync(join(directory, "tsconfig.json"), JSON.stringify(config));
    const tsc = join(project, "node_modules/typescript/bin/tsc");
    const { stdout } = await run(process.execPath, [tsc, "-p", directory]).catch((failure) => failure);
    expect(stdout).toBe("");
  });

  it.each(programs.filter(isTest))("$where is a test that passes", { timeout: 60_000 }, async ({ code }) => {
    const home = mkdtempSync(join(directory, "test-"));
    writeFileSync(join(home, "program.test.ts"), code);
    writeFileSync(
      join(home, "vitest.config.mjs"),
      `export default ${JSON.stringify({ resolve: { alias: entries } })};`,
    );
    const vitest = join(project, "node_modules/vitest/vitest.mjs");
    const { stdout } = await run(process.execPath, [vitest, "run", "--reporter=json"], { cwd: home }).catch(
      (failure) => failure,
    );
    expect(JSON.parse(stdout)).toMatchObject({ success: true, numPassedTests: expect.toSatisfy((count) => count > 0) });
  });

  it.each(programs.filter((each) => !isTest(each)))(
    "$where runs and prints what the page shows",
    { timeout: 60_000 },
    async ({ code, output }) => {
      const home = mkdtempSync(join(directory, "run-"));
      copyFileSync(join(project, "docs/samples/network.json"), join(home, "network.json"));
      const file = join(home, "program.js");
      await build({
        stdin: { contents: code, resolveDir: directory, loader: "ts" },
        bundle: true,
        platform: "node",
        alias: entries,
        external: ["cdktf", "constructs", "@cdktf/*"],
        outfile: file,
        logLevel: "silent",
      });
      const { stdout, stderr } = await run(process.execPath, [file], { cwd: home }).catch((failure) => failure);
      if (output !== undefined && /^\w*Error: /.test(output)) {
        expect(stderr).toContain(output);
        return;
      }
      expect(stderr).toBe("");
      if (output === undefined) expect(existsSync(join(home, "cdktf.out/manifest.json"))).toBe(true);
      else expect(stdout.trimEnd()).toBe(output);
    },
  );
});

it("the program for CDK Terrain is the one of its example", () => {
  const [shown, ...others] = allPrograms.filter(isForCdkTerrain);
  expect(shown?.code).toBe(read("examples/cdktn/orders-stack.ts").trimEnd());
  expect(others).toEqual([]);
});

describe("the commands in the pages", () => {
  const commands = [...new Set(pages.flatMap((page) => commandsIn(read(page))))];
  const scripts: unknown = JSON.parse(read("package.json")).scripts;

  it.each(commands)("%s names only scripts that exist", (command) => {
    const named = Array.from(command.matchAll(/\bnpm (?:run )?([a-z:]+)/g), ([, name]) => name).filter(
      (name) => name !== "ci",
    );
    for (const name of named.filter((known) => known !== "install")) expect(scripts).toHaveProperty([String(name)]);
  });
});
