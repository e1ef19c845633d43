import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { JsonObject } from "./terraform-elements";

/** Where and how carefully is measured. */
export interface Workspace {
  /** The project's directory. */
  readonly project: string;
  /** A directory inside the project, so that programs in it find the packages; it is removed in the end. */
  readonly directory: string;
  /** How often each command runs. */
  readonly repetitions: number;
}

/** Makes an empty workspace. */
export function makeWorkspace(repetitions: number): Workspace {
  const project = resolve(__dirname, "..");
  const directory = join(project, ".local/bench");
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  return { project, directory, repetitions };
}

/** The `cdk.tf.json` files of an output directory by stack. */
export function readConfigurations(outputDirectory: string): Record<string, JsonObject> {
  return Object.fromEntries(
    stackFiles(outputDirectory).map(({ name, file }) => [name, JSON.parse(readFileSync(file, "utf8"))]),
  );
}

/** How many bytes of Terraform JSON are in an output directory. */
export function bytesOf(outputDirectory: string): number {
  return stackFiles(outputDirectory).reduce((sum, { file }) => sum + statSync(file).size, 0);
}

function stackFiles(outputDirectory: string): { readonly name: string; readonly file: string }[] {
  const directory = join(outputDirectory, "stacks");
  return readdirSync(directory).map((name) => ({ name, file: join(directory, name, "cdk.tf.json") }));
}
