import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const run = promisify(execFile);
const project = resolve(__dirname, "../..");
const examples = join(project, "examples");

/** What each project is asked to do, where it has a script of the name. */
const SCRIPTS = ["build", "test", "synth"];

const projects = readdirSync(examples, { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** Where the projects are: away from this one, whose packages Node would find in a folder above. */
let home: string;
let tarball: string;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "examples-"));
  const { stdout } = await run("npm", ["pack", "--json", "--pack-destination", home], { cwd: project });
  const [packed] = JSON.parse(stdout.slice(stdout.indexOf("[")));
  tarball = join(home, packed.filename);
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

describe.each(projects)("the example $name", ({ name }) => {
  const manifest = JSON.parse(readFileSync(join(examples, name, "package.json"), "utf8"));
  const scripts = SCRIPTS.filter((script) => Object.hasOwn(manifest.scripts, script));
  const directory = () => join(home, name);
  // cdktf-cli is installed once for all projects of a machine, as its manual says.
  const env = {
    ...process.env,
    CI: "true",
    PATH: `${join(project, "node_modules/.bin")}${delimiter}${process.env["PATH"]}`,
  };

  const npm = async (...args: readonly string[]) => {
    const ended = await run("npm", args, { cwd: directory(), env, maxBuffer: 2 ** 26 }).catch((failure) => failure);
    return { output: `${ended.stdout}\n${ended.stderr}`, code: ended.code ?? 0 };
  };

  it("installs from the tarball", async () => {
    cpSync(join(examples, name), directory(), { recursive: true });
    // The version that the project names is this one, which no registry has yet.
    manifest.dependencies["cdktf-private-fargate"] = `file:${tarball}`;
    writeFileSync(join(directory(), "package.json"), JSON.stringify(manifest));
    const { output, code } = await npm("install", "--prefer-offline", "--no-audit", "--no-fund");
    expect(code, output).toBe(0);
  });

  it.each(scripts)("does npm run %s", async (script) => {
    const { output, code } = await npm("run", script);
    expect(code, output).toBe(0);
  });

  it("is proved by the package's own command", async () => {
    const { output, code } = await npm("exec", "--", "cdktf-private-fargate", "check", "cdktf.out");
    expect(code, output).toBe(0);
    expect(output).toMatch(/^proved(, on your word in \d+ points)?: \d+ tasks?, \d+ services$/m);
  });

  it("says how to run it", () => {
    const page = readFileSync(join(examples, name, "README.md"), "utf8");
    for (const script of scripts) expect(page).toContain(script === "test" ? "npm test" : `npm run ${script}`);
  });
});

/** What an example has written, apart from the version and the source of its provider and the version of its framework. */
function written(name: string) {
  const file = join(home, name, "cdktf.out/stacks/orders/cdk.tf.json");
  const { terraform, "//": comment, ...others } = JSON.parse(readFileSync(file, "utf8"));
  const { version: framework, ...metadata } = comment.metadata;
  const { version, source } = terraform.required_providers.aws;
  return { framework, provider: { source, version: String(version).split(".")[0] }, rest: { ...others, metadata } };
}

it("writes with the bindings 21 what it writes with 20, but for the version of the provider", () => {
  const [before, after] = [written("javascript"), written("bindings-21")];
  expect(after.rest).toEqual(before.rest);
  expect(before).toMatchObject({ framework: "0.21.0", provider: { source: "aws", version: "5" } });
  expect(after).toMatchObject({ framework: "0.21.0", provider: { source: "aws", version: "6" } });
});

it("writes with CDK Terrain what it writes with cdktf, but for versions and the name of the provider's source", () => {
  const [cdktf, cdktn] = [written("esm-vitest"), written("cdktn")];
  expect(cdktn.rest).toEqual(cdktf.rest);
  expect(Object.keys(cdktn.rest)).toContain("resource");
  expect(cdktn).toMatchObject({ framework: "0.24.0", provider: { source: "hashicorp/aws", version: "6" } });
});
