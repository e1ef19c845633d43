import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const project = join(__dirname, "../..");
// Always the same, so that what is kept of its programs does not pile up.
const directory = join(project, ".local/run-app");
rmSync(directory, { recursive: true, force: true });
mkdirSync(directory, { recursive: true });
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const file = join(directory, "app.ts");

function run(source: string) {
  writeFileSync(file, source);
  return rerun();
}

function rerun(...options: readonly string[]) {
  const command = [...options, join(project, "scripts/run-app.cjs"), file];
  return spawnSync(process.execPath, command, { encoding: "utf8", cwd: "/" });
}

describe("the command that runs an app", () => {
  it("runs TypeScript from any directory, with the sources of the library and the packages of the project", () => {
    const { status, stdout } = run(`
      import { App } from "cdktf";
      import { parseCidr } from "../../modules/addressing/cidr";
      const block: string = "10.0.0.0/16";
      console.log(typeof App, "cidr" in parseCidr(block));
    `);
    expect(stdout).toBe("function true\n");
    expect(status).toBe(0);
  });

  it("ends with the error of the app, at the line of its source", () => {
    const { status, stderr } = run(
      'interface Unused {}\n\nfunction fail(): never {\n  throw new Error("broken");\n}\nfail();\n',
    );
    expect(stderr).toContain("Error: broken");
    expect(stderr).toContain(`${file}:4:9`);
    expect(status).toBe(1);
  });

  it("runs what the sources say now, with a bundle that was kept and without one", () => {
    const program = 'import { said } from "./said";\nconsole.log(said);\n';
    const said = (name: string, text: string) => {
      mkdirSync(dirname(join(directory, name)), { recursive: true });
      writeFileSync(join(directory, name), `export const said = ${JSON.stringify(text)};\n`);
    };
    said("said/index.ts", "the first");
    expect(run(program).stdout).toBe("the first\n");
    const [again, once] = [rerun(), rerun()];
    expect([again.stdout, once.stdout]).toEqual(["the first\n", "the first\n"]);
    said("said/index.ts", "a change");
    expect([rerun().stdout, rerun().stdout]).toEqual(["a change\n", "a change\n"]);
    // A file beside the folder goes before it.
    said("said.ts", "a new file");
    expect([rerun().stdout, rerun().stdout]).toEqual(["a new file\n", "a new file\n"]);
    rmSync(join(directory, "said.ts"));
    expect(rerun().stdout).toBe("a change\n");
    rmSync(join(directory, "said"), { recursive: true });
    expect(rerun().stderr).toContain('Could not resolve "./said"');
  });

  it("keeps the bundle, and makes none while nothing has changed", () => {
    const withoutEsbuild = join(directory, "without-esbuild.cjs");
    writeFileSync(
      withoutEsbuild,
      `const load = module.constructor._load;
      module.constructor._load = (name, ...others) => {
        if (name === "esbuild") throw new Error("bundled again");
        return load(name, ...others);
      };`,
    );
    const source = 'console.log("kept");\n';
    run(source);
    const { stdout, stderr } = rerun("--require", withoutEsbuild);
    expect(stderr).toBe("");
    expect(stdout).toBe("kept\n");
    writeFileSync(file, source.replace("kept", "changed"));
    expect(rerun("--require", withoutEsbuild).stderr).toContain("bundled again");
  });
});
