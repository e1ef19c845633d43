import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { temporaryDirectory, writeFile } from "../../support/temporary-directory";
import { type InstalledCommand, installCommand } from "./installed-command";

const orders = resolve(__dirname, "../../../docs/samples/orders.json");

// The first file of HCL loads the parser.
vi.setConfig({ testTimeout: 60_000 });

describe("the installed command", () => {
  let command: InstalledCommand;

  beforeAll(() => {
    command = installCommand();
  });

  afterAll(() => command.remove());

  /** Runs a line of shell in which `$COMMAND` is the command. */
  function shell(line: string) {
    const { status, stdout, stderr } = spawnSync("bash", ["--norc", "-c", `set -o pipefail; ${line}`], {
      encoding: "utf8",
      env: { ...process.env, COMMAND: command.file, NODE: process.execPath, ORDERS: orders },
    });
    return { status, stdout, stderr };
  }

  const library = () => dirname(dirname(command.file));

  /** Copies the library to where no package is found. @returns the file of the command there */
  function copyTo(home: string): string {
    cpSync(library(), join(home, "lib"), { recursive: true });
    writeFile(home, "package.json", readFileSync(resolve(__dirname, "../../../package.json"), "utf8"));
    return join(home, "lib/cli/main.js");
  }

  it("starts by itself", () => {
    expect(readFileSync(command.file, "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  it("reads a file or standard input, and answers on standard output", () => {
    const fromFile = shell('"$NODE" "$COMMAND" plan "$ORDERS"');
    expect(fromFile).toMatchObject({ status: 0, stderr: "" });
    expect(fromFile.stdout).toMatch(/^orders, platform version 1\.4\.0: 1 gateway endpoint, 5 interface endpoints\n/);
    expect(shell('cat "$ORDERS" | "$NODE" "$COMMAND" plan - | cat')).toEqual(fromFile);
  });

  it("complains on standard error, and says by its exit status that there is no answer", () => {
    const { status, stdout, stderr } = shell('echo "{" | "$NODE" "$COMMAND" plan -');
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("json-malformed: line 2: ");
  });

  it("checks a plan, and says by its exit status what it found", () => {
    const plan = resolve(__dirname, "../reachability/terraform/plans/new.json");
    const proved = shell(`"$NODE" "$COMMAND" check "${plan}"`);
    expect(proved).toMatchObject({ status: 0, stderr: "" });
    expect(proved.stdout).toMatch(/^proved: 1 task, 4 services\n/);
    const broken = shell(
      `sed 's/"private_dns_enabled": *true/"private_dns_enabled": false/' "${plan}" | "$NODE" "$COMMAND" check -`,
    );
    expect(broken).toMatchObject({ status: 1, stderr: "" });
    expect(broken.stdout).toContain("error private-dns-off: ");
    expect(shell('echo "{}" | "$NODE" "$COMMAND" check -')).toMatchObject({ status: 2, stdout: "" });
    expect(shell(`echo '{"resource":{}}' | "$NODE" "$COMMAND" check -`)).toMatchObject({ status: 3, stderr: "" });
  });

  it("tells its version from the package", () => {
    const { version } = JSON.parse(readFileSync(resolve(__dirname, "../../../package.json"), "utf8"));
    expect(shell('"$NODE" "$COMMAND" --version').stdout).toBe(`${version}\n`);
  });

  it("bears a reader that closes the pipe", () => {
    // More than a pipe holds, so that writing goes on after the reader has left.
    const containers = Array.from({ length: 2000 }, (_, index) => ({ name: `c${index}`, image: `nginx:${index}` }));
    const many = join(dirname(command.file), "many.json");
    writeFileSync(many, JSON.stringify(containers));
    const { stdout, stderr } = shell(`"$NODE" "$COMMAND" plan "${many}" | head -n 1`);
    expect(stdout).toBe("many, platform version 1.4.0: 0 gateway endpoints, 0 interface endpoints\n");
    expect(stderr).toBe("");
  });

  it("ends when its answer is taken, and not before: neither what goes on in the process nor a slow reader changes anything", () => {
    const home = dirname(command.file);
    const containers = Array.from({ length: 2000 }, (_, index) => ({ name: `c${index}`, image: `nginx:${index}` }));
    const many = writeFile(home, "many-slowly.json", JSON.stringify(containers));
    const goesOn = writeFile(home, "goes-on.cjs", "setInterval(() => {}, 60_000);");
    const plan = `"$NODE" --require "${goesOn}" "$COMMAND" plan --verbose "${many}"`;
    const toFile = shell(`${plan} > "${join(home, "answer.txt")}"`);
    const toSlowReader = shell(`${plan} | (sleep 0.5; cat)`);
    expect(toFile.status).toBe(toSlowReader.status);
    expect(toSlowReader.stdout).toBe(readFileSync(join(home, "answer.txt"), "utf8"));
    expect(toSlowReader.stdout.length).toBeGreaterThan(100_000);
  });

  it("needs a package for HCL and for nothing else, and says how to install it", () => {
    const home = temporaryDirectory();
    const hcl = writeFile(home, "app/main.tf", 'resource "aws_vpc" "main" {}\n');
    const file = copyTo(home);
    expect(shell(`"$NODE" "${file}" check "${dirname(hcl)}"`)).toEqual({
      status: 2,
      stdout: "",
      stderr: `private-fargate: ${hcl} is HCL, and @cdktf/hcl2json, which reads it, is not installed; write npm install --save-dev @cdktf/hcl2json\n`,
    });
    expect(shell(`echo '{"resource":{}}' | "$NODE" "${file}" check -`)).toMatchObject({ status: 3, stderr: "" });
    expect(shell(`"$NODE" "$COMMAND" check "${dirname(hcl)}"`)).toMatchObject({ status: 3, stderr: "" });
  });

  it("loads the parser of YAML with the first text of YAML, from a file beside it", () => {
    const home = temporaryDirectory();
    const file = copyTo(home);
    const preload = writeFile(
      home,
      "report.cjs",
      'process.on("exit", () => console.error(Object.keys(require.cache).filter((file) => file.endsWith("yaml-parser.js")).length));',
    );
    const image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1";
    const plan = `"$NODE" --require "${preload}" "${file}" plan`;
    expect(shell(`${plan} "$ORDERS"`)).toMatchObject({ status: 0, stderr: "0\n" });
    expect(shell(`printf -- '- name: a\n  image: ${image}\n' | ${plan} -`)).toMatchObject({ status: 0, stderr: "1\n" });
    const parser = readFileSync(join(home, "lib/shared/yaml-parser.js"), "utf8");
    expect(parser).toContain("Permission to use, copy, modify, and/or distribute this software");
    expect(parser).not.toMatch(/require\("yaml"\)/);
  });

  it("loads no cdktf, no constructs and no provider", () => {
    const home = temporaryDirectory();
    const [preload, report] = [join(home, "report.cjs"), join(home, "report.json")];
    writeFileSync(
      preload,
      `process.on("exit", () => require("node:fs").writeFileSync(${JSON.stringify(report)}, JSON.stringify(Object.keys(require.cache))));`,
    );
    expect(shell(`"$NODE" --require "${preload}" "$COMMAND" plan "$ORDERS"`).status).toBe(0);
    const others = (): readonly string[] =>
      JSON.parse(readFileSync(report, "utf8")).filter((file: string) => !file.startsWith(library()));
    expect(others()).toEqual([preload]);
    expect(shell(`echo '{"resource":{}}' | "$NODE" --require "${preload}" "$COMMAND" check -`).status).toBe(3);
    expect(others()).toEqual([preload]);
    // The same report does see packages: this is what it looks like when something loads one.
    const control = shell(`"$NODE" --require "${preload}" -e 'require("constructs")'`);
    expect(control.status).toBe(0);
    expect(readFileSync(report, "utf8")).toContain("/constructs/");
  });
});
