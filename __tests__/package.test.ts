import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { transformSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { programsIn } from "./support/code-blocks";

const run = promisify(execFile);
const project = resolve(__dirname, "..");
const manifest = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
const PEERS = ["cdktf", "constructs", "@cdktf/provider-aws"];

describe("the packed library in a project of its own", () => {
  let home: string;
  let files: readonly string[];

  beforeAll(async () => {
    const cache = join(project, "node_modules/.cache");
    mkdirSync(cache, { recursive: true });
    home = mkdtempSync(join(cache, "package-"));
    const { stdout } = await run("npm", ["pack", "--json", "--pack-destination", home], { cwd: project });
    const [packed] = JSON.parse(stdout.slice(stdout.indexOf("[")));
    files = packed.files.map(({ path }: { path: string }) => path);
    const modules = join(home, "node_modules");
    mkdirSync(join(modules, "@cdktf"), { recursive: true });
    await run("tar", ["-xzf", join(home, packed.filename), "-C", modules]);
    await run("mv", [join(modules, "package"), join(modules, "cdktf-private-fargate")]);
    for (const name of [...PEERS, "vitest"]) symlinkSync(join(project, "node_modules", name), join(modules, name));
  }, 120_000);

  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it("holds the compiled library with types and the pages that npm shows, and nothing else", () => {
    const unexpected = files.filter(
      (file) => !/^(lib\/.*\.(js|d\.ts)|README\.md|CHANGELOG\.md|LICENSE|package\.json)$/.test(file),
    );
    expect(unexpected).toEqual([]);
    expect(files).toEqual(expect.arrayContaining(["lib/index.js", "lib/index.d.ts", "README.md", "LICENSE"]));
  });

  it("depends on nothing besides its peers", () => {
    const optional = Object.keys(manifest.peerDependenciesMeta);
    expect(optional).toEqual(["@cdktf/hcl2json"]);
    expect(Object.keys(manifest.peerDependencies).sort()).toEqual([...PEERS, ...optional].sort());
    expect(manifest.dependencies).toBeUndefined();
    expect(manifest.optionalDependencies).toBeUndefined();
  });

  it("compiles and runs README's shortest program", { timeout: 120_000 }, async () => {
    const [program] = programsIn("README.md", readFileSync(join(project, "README.md"), "utf8"));
    writeFileSync(join(home, "main.ts"), program?.code ?? "");
    const compilerOptions = { module: "node20", target: "es2022", strict: true, skipLibCheck: true, types: ["node"] };
    const config = { compilerOptions, files: ["main.ts"] };
    writeFileSync(join(home, "tsconfig.json"), JSON.stringify(config));
    const tsc = join(project, "node_modules/typescript/bin/tsc");
    const compiled = await run(process.execPath, [tsc, "-p", home]).catch((failure) => failure);
    expect(compiled.stdout).toBe("");
    const { stdout, stderr } = await run(process.execPath, ["main.js"], { cwd: home });
    expect(stderr).toBe("");
    expect(stdout.trimEnd()).toBe(program?.output);
  });

  it("names constructs in its errors as the sources do", { timeout: 60_000 }, async () => {
    const programs = programsIn("README.md", readFileSync(join(project, "README.md"), "utf8"));
    const failing = programs.find(({ output }) => output?.startsWith("ConfigurationError: "));
    const { code } = transformSync(failing?.code ?? "", { loader: "ts", format: "cjs" });
    writeFileSync(join(home, "failing.js"), code);
    const { stderr } = await run(process.execPath, ["failing.js"], { cwd: home }).catch((failure) => failure);
    expect(stderr).toContain(failing?.output ?? "no such program");
  });

  it("loads each entry from one file of its own", async () => {
    const entry = join(home, "node_modules/cdktf-private-fargate", manifest.main);
    const script = `require(${JSON.stringify(entry)}); console.log(Object.keys(require.cache).join("\\n"));`;
    const { stdout } = await run(process.execPath, ["-e", script], { cwd: home });
    expect(stdout.split("\n").filter((file) => file.includes("cdktf-private-fargate/lib"))).toHaveLength(1);
  });

  it("has the matcher for tests as an entry of its own, with its types", { timeout: 120_000 }, async () => {
    const programs = programsIn("docs/proof.md", readFileSync(join(project, "docs/proof.md"), "utf8"));
    const code = programs.find((each) => each.code.includes("cdktf-private-fargate/lib/vitest"))?.code ?? "";
    const directory = join(home, "tests");
    mkdirSync(directory);
    writeFileSync(join(directory, "orders.test.ts"), code);
    writeFileSync(join(directory, "vitest.config.mjs"), "export default {};");
    const compilerOptions = {
      module: "node20",
      target: "es2022",
      strict: true,
      skipLibCheck: true,
      types: ["node"],
      noEmit: true,
    };
    writeFileSync(join(directory, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["orders.test.ts"] }));
    const tsc = join(project, "node_modules/typescript/bin/tsc");
    const compiled = await run(process.execPath, [tsc, "-p", directory]).catch((failure) => failure);
    expect(compiled.stdout).toBe("");
    const vitest = join(project, "node_modules/vitest/vitest.mjs");
    const { stdout } = await run(process.execPath, [vitest, "run", "--reporter=json"], { cwd: directory }).catch(
      (failure) => failure,
    );
    expect(JSON.parse(stdout)).toMatchObject({ success: true, numPassedTests: 1 });
  });

  it("has the command, which proves what a program has synthesized", { timeout: 60_000 }, async () => {
    const command = join(home, "node_modules/cdktf-private-fargate", manifest.bin["private-fargate"]);
    const { stdout } = await run(process.execPath, [command, "check", "cdktf.out"], { cwd: home });
    expect(stdout.trimEnd().split("\n").at(-1)).toBe("proved: 1 task, 4 services");
  });
});
