import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import type { Workspace } from "./workspace";

/**
 * Bundles programs, packages left out, without source maps.
 *
 * @param external what else is left out, as the programs import it. @default - nothing
 */
export function bundle(
  programs: Readonly<Record<string, string>>,
  outputDirectory: string,
  external: readonly string[] = [],
): void {
  buildSync({
    entryPoints: { ...programs },
    outdir: outputDirectory,
    bundle: true,
    packages: "external",
    external: [...external],
    platform: "node",
    target: "node20",
    logLevel: "warning",
  });
}

/** Compiles programs file by file with tsc, without a type check, below `outputDirectory` as they lie below the project. */
export function transpile(workspace: Workspace, programs: readonly string[], outputDirectory: string): void {
  const config = join(workspace.directory, "tsconfig.transpile.json");
  const options = { noEmit: false, noCheck: true, rootDir: workspace.project, outDir: outputDirectory };
  writeFileSync(
    config,
    JSON.stringify({ extends: "../../tsconfig.json", compilerOptions: options, include: [], files: programs }),
  );
  tsc(workspace, ["-p", config]);
}

function tsc({ project }: Workspace, args: readonly string[]): void {
  const { status, stdout } = spawnSync(process.execPath, [join(project, "node_modules/typescript/bin/tsc"), ...args], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`tsc ${args.join(" ")} failed:\n${stdout}`);
}
