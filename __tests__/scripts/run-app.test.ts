import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const project = join(__dirname, "../..");
mkdirSync(join(project, ".local"), { recursive: true });
const directory = mkdtempSync(join(project, ".local/run-app-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function run(source: string) {
  const file = join(directory, "app.ts");
  writeFileSync(file, source);
  const command = [join(project, "scripts/run-app.cjs"), file];
  return { file, ...spawnSync(process.execPath, command, { encoding: "utf8", cwd: "/" }) };
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
    const { file, status, stderr } = run(
      'interface Unused {}\n\nfunction fail(): never {\n  throw new Error("broken");\n}\nfail();\n',
    );
    expect(stderr).toContain("Error: broken");
    expect(stderr).toContain(`${file}:4:9`);
    expect(status).toBe(1);
  });
});
