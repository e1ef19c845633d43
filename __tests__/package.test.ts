import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { transformSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LATE_ROOMS } from "../scripts/late-rooms";
import { isForCdkTerrain, programsIn } from "./support/code-blocks";

const run = promisify(execFile);
const project = resolve(__dirname, "..");
const manifest = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
const PEERS = ["cdktf", "constructs", "@cdktf/provider-aws"];
const OF_CDK_TERRAIN = ["cdktn", "@cdktn/provider-aws"];
const OF_COMMAND = [
  "@aws-sdk/client-ec2",
  "@aws-sdk/client-route-53",
  "@aws-sdk/client-route53resolver",
  "@cdktf/hcl2json",
];

const isOfLateRoom = (file: string) => Object.keys(LATE_ROOMS).some((room) => file.includes(`/shared/${room}-`));

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
      (file) =>
        !/^(lib\/.*\.(js|d\.ts)|schemas\/[\w-]+\.json|docs\/((api\/)?[\w-]+\.md|images\/[\w-]+\.svg|samples\/[\w./-]+)|README\.md|CHANGELOG\.md|LICENSE|package\.json)$/.test(
          file,
        ),
    );
    expect(unexpected).toEqual([]);
    expect(files).toEqual(
      expect.arrayContaining(["lib/index.js", "lib/index.d.ts", "schemas/proof.json", "README.md", "LICENSE"]),
    );
  });

  it("holds everything to which its pages link", () => {
    const linked = files
      .filter((file) => file.endsWith(".md"))
      .flatMap((file) => {
        const links = readFileSync(join(project, file), "utf8").matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g);
        return Array.from(links, ([, link = ""]) => link)
          .filter((link) => !link.startsWith("https://"))
          .map((link) => ({ file, target: join(dirname(file), link) }));
      });
    expect(linked.length).toBeGreaterThan(500);
    const isPacked = (target: string) => files.some((file) => file === target || file.startsWith(`${target}/`));
    expect(linked.filter(({ target }) => !isPacked(target))).toEqual([]);
  });

  it("holds the code and the types of each entry", () => {
    const entries: unknown[] = [...Object.values(manifest.exports), Object.values(manifest.typesVersions["*"])];
    const named = Array.from(JSON.stringify(entries).matchAll(/"(?:\.\/)?(lib\/[^"]+)"/g), ([, file = ""]) => file);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((file) => !files.includes(file))).toEqual([]);
  });

  it("depends on nothing besides its peers", () => {
    expect(Object.keys(manifest.peerDependencies).sort()).toEqual([...PEERS, ...OF_CDK_TERRAIN, ...OF_COMMAND].sort());
    expect(manifest.dependencies).toBeUndefined();
    expect(manifest.optionalDependencies).toBeUndefined();
  });

  it("lets the command be installed without the peers, which the library asks for itself", () => {
    const meta = Object.entries(manifest.peerDependenciesMeta);
    expect(meta.map(([name]) => name).sort()).toEqual(Object.keys(manifest.peerDependencies).sort());
    expect(meta.every(([, value]) => JSON.stringify(value) === '{"optional":true}')).toBe(true);
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

  it("compiles every program of its pages, as CommonJS and as a module", { timeout: 240_000 }, async () => {
    const programs = files
      .filter((file) => file.endsWith(".md"))
      .flatMap((file) => programsIn(file, readFileSync(join(project, file), "utf8")))
      .filter((program) => !isForCdkTerrain(program));
    expect(programs.length).toBeGreaterThan(30);
    const written = ["commonjs", "module"].flatMap((type) => {
      const folder = join(home, type);
      mkdirSync(folder);
      writeFileSync(join(folder, "package.json"), JSON.stringify({ type }));
      return programs.map(({ code }, index) => {
        // README says what changes for modules: the provider has no exports.
        const imported =
          type === "module" ? code.replace(/(@cdktf\/provider-aws\/lib\/[\w-]+)"/g, '$1/index.js"') : code;
        writeFileSync(join(folder, `program-${index}.ts`), imported);
        return `${type}/program-${index}.ts`;
      });
    });
    const compilerOptions = { module: "nodenext", target: "es2022", strict: true, skipLibCheck: true, types: ["node"] };
    const config = { compilerOptions: { ...compilerOptions, noEmit: true }, files: written };
    writeFileSync(join(home, "tsconfig.pages.json"), JSON.stringify(config));
    const tsc = join(project, "node_modules/typescript/bin/tsc");
    const compiled = await run(process.execPath, [tsc, "-p", join(home, "tsconfig.pages.json")]).catch(
      (failure) => failure,
    );
    expect(compiled.stdout).toBe("");
  });

  it("names constructs in its errors as the sources do", { timeout: 60_000 }, async () => {
    const programs = programsIn("README.md", readFileSync(join(project, "README.md"), "utf8"));
    const failing = programs.find(({ output }) => output?.startsWith("ConfigurationError: "));
    const { code } = transformSync(failing?.code ?? "", { loader: "ts", format: "cjs" });
    writeFileSync(join(home, "failing.js"), code);
    const { stderr } = await run(process.execPath, ["failing.js"], { cwd: home }).catch((failure) => failure);
    expect(stderr).toContain(failing?.output ?? "no such program");
  });

  it("has every class under the name by which it is exported, also those that refer to themselves", async () => {
    const script = `
      const named = Object.entries(require("cdktf-private-fargate")).filter(([, value]) => typeof value === "function");
      console.log(JSON.stringify(named.map(([exported, { name }]) => [exported, name])));`;
    const { stdout } = await run(process.execPath, ["-e", script], { cwd: home });
    const named: readonly (readonly [string, string])[] = JSON.parse(stdout);
    expect(named.map(([exported]) => exported)).toContain("EndpointPlan");
    for (const [exported, name] of named) expect(name).toBe(exported);
  });

  it("loads the library from a handful of files and without a class of the provider or a late room, and plan and proof without a peer", async () => {
    const loadedBy = async (entry: string) => {
      const script = `require(${JSON.stringify(entry)}); console.log(Object.keys(require.cache).join("\\n"));`;
      const { stdout } = await run(process.execPath, ["-e", script], { cwd: home });
      return stdout.trim().split("\n");
    };
    const own = (file: string) => file.includes("cdktf-private-fargate/lib");
    const library = await loadedBy("cdktf-private-fargate");
    expect(library.filter(own).length).toBeLessThan(10);
    expect(library.filter((file) => file.includes("provider-aws/lib"))).toEqual([]);
    expect(library.filter(isOfLateRoom)).toEqual([]);
    for (const entry of ["planning", "reachability"]) {
      const pure = await loadedBy(`cdktf-private-fargate/${entry}`);
      expect(pure.filter((file) => !own(file) || isOfLateRoom(file))).toEqual([]);
      expect(pure.length).toBeGreaterThan(1);
    }
  });

  it("loads no late room to plan a task or to check a plan", async () => {
    const lib = join(home, "node_modules/cdktf-private-fargate/lib");
    const preload = join(home, "loaded.cjs");
    writeFileSync(preload, 'process.on("exit", () => console.log(JSON.stringify(Object.keys(require.cache))));\n');
    const plan = join(project, "__tests__/modules/reachability/terraform/plans/dedicated-endpoint-subnets/new.json");
    const task = join(project, "docs/samples/orders.json");
    for (const args of [
      ["plan", task],
      ["check", plan],
    ]) {
      const { stdout } = await run(process.execPath, ["--require", preload, join(lib, "cli/main.js"), ...args]);
      const loaded: readonly string[] = JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
      expect(loaded.length).toBeGreaterThan(3);
      expect(loaded.filter(isOfLateRoom)).toEqual([]);
    }
  });

  it("has one class for each error, whichever entry throws it, also for modules", async () => {
    const program = `
      import { ConfigurationError } from "cdktf-private-fargate";
      import { ConfigurationError as OfPlan } from "cdktf-private-fargate/planning";
      import { ConfigurationError as OfProof } from "cdktf-private-fargate/reachability";
      import manifest from "cdktf-private-fargate/package.json" with { type: "json" };
      console.log(OfPlan === ConfigurationError, OfProof === ConfigurationError, manifest.name);`;
    writeFileSync(join(home, "one-class.mjs"), program);
    const { stdout } = await run(process.execPath, ["--no-warnings", "one-class.mjs"], { cwd: home });
    expect(stdout).toBe("true true cdktf-private-fargate\n");
  });

  it.each([
    ["cdktf-private-fargate", "cdktf constructs @cdktf/provider-aws"],
    ["cdktf-private-fargate/testing", "cdktf constructs @cdktf/provider-aws"],
    ["cdktf-private-fargate/cdktn", "cdktn@0.24 constructs@10.7 @cdktn/provider-aws@25"],
    ["cdktf-private-fargate/cdktn/testing", "cdktn@0.24 constructs@10.7 @cdktn/provider-aws@25"],
  ])("says for %s what to install where a peer is missing", async (entry, peers) => {
    // Out of the project, whose peers Node would find in a folder above.
    const elsewhere = mkdtempSync(join(tmpdir(), "no-peers-"));
    mkdirSync(join(elsewhere, "node_modules"));
    await run("cp", ["-r", join(home, "node_modules/cdktf-private-fargate"), join(elsewhere, "node_modules")]);
    const script = `require(${JSON.stringify(entry)})`;
    const { stderr } = await run(process.execPath, ["-e", script], { cwd: elsewhere }).catch((failure) => failure);
    rmSync(elsewhere, { recursive: true });
    expect(stderr).toMatch(/Error: cdktf-private-fargate needs (cdktf|cdktn|constructs), which is not installed: /);
    expect(stderr).toContain(`which is not installed: write npm install ${peers} (`);
  });

  it("says that the provider's bindings are missing when it is loaded, though it loads their classes late", async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), "no-bindings-"));
    const packages = join(elsewhere, "node_modules");
    mkdirSync(packages);
    await run("cp", ["-r", join(home, "node_modules/cdktf-private-fargate"), packages]);
    for (const name of ["cdktf", "constructs"]) symlinkSync(join(project, "node_modules", name), join(packages, name));
    const load = ["--preserve-symlinks", "-e", 'require("cdktf-private-fargate")'];
    const { stderr } = await run(process.execPath, load, { cwd: elsewhere }).catch((failure) => failure);
    rmSync(elsewhere, { recursive: true });
    expect(stderr).toContain(
      "cdktf-private-fargate needs @cdktf/provider-aws, which is not installed: write npm install ",
    );
  });

  it("loads CDK Terrain in the copies for it only, and cdktf in none of them", () => {
    const frameworks = (isCopy: boolean) => {
      const built = files.filter((file) => file.startsWith("lib/") && file.startsWith("lib/cdktn/") === isCopy);
      const texts = built.map((file) => readFileSync(join(project, file), "utf8")).join("\n");
      return new Set(
        Array.from(texts.matchAll(/(?:from |import |import\(|require\()"@?(cdkt[fn])[/"]/g), ([, name]) => name),
      );
    };
    expect(frameworks(true)).toEqual(new Set(["cdktn"]));
    expect(frameworks(false)).toEqual(new Set(["cdktf"]));
  });

  it("has the command, which proves what a program has synthesized", { timeout: 60_000 }, async () => {
    const command = join(home, "node_modules/cdktf-private-fargate", manifest.bin["cdktf-private-fargate"]);
    const { stdout } = await run(process.execPath, [command, "check", "cdktf.out"], { cwd: home });
    expect(stdout.split("\n").at(0)).toBe("proved: 1 task, 4 services");
    const template = join(project, "docs/samples/orders.yaml");
    const plan = await run(process.execPath, [command, "plan", template], { cwd: home });
    expect(plan.stdout).toMatch(/^orders, platform version 1\.4\.0: 1 gateway endpoint, 4 interface endpoints\n/);
  });
});
