import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { bundleLibrary } from "../../../scripts/build-library";

const project = resolve(__dirname, "../../..");

/** The command as a package has it: in the built library, beside a package.json, and found by a shell. */
export interface InstalledCommand {
  /** The program. */
  readonly file: string;
  /** A `PATH` on which the shell finds `npx cdktf-private-fargate`, and an `aws` that describes the sample task definition. */
  readonly path: string;
  remove(): void;
}

/** Installs the command in a directory of its own, below the packages, so that it would find cdktf if it asked for it. */
export function installCommand(): InstalledCommand {
  const cache = join(project, "node_modules/.cache");
  mkdirSync(cache, { recursive: true });
  const home = mkdtempSync(join(cache, "command-"));
  const file = join(home, "lib/cli/main.js");
  bundleLibrary(join(home, "lib"));
  copyFileSync(join(project, "package.json"), join(home, "package.json"));
  const bin = join(home, "bin");
  mkdirSync(bin);
  const script = (name: string, ...lines: readonly string[]) =>
    writeFileSync(join(bin, name), ["#!/bin/sh", ...lines, ""].join("\n"), { mode: 0o755 });
  script("npx", '[ "$1" = cdktf-private-fargate ] || exit 99', "shift", `exec "${process.execPath}" "${file}" "$@"`);
  script("aws", `cat "${join(project, "docs/samples/orders.json")}"`);
  return {
    file,
    path: [bin, process.env["PATH"]].join(delimiter),
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}
