import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildSync } from "esbuild";

const project = resolve(__dirname, "..");

/** What a user imports or starts: the library, its matcher for tests, the command. */
const ENTRIES = { index: "index.ts", "vitest/index": "vitest/index.ts", "cli/main": "cli/main.ts" };

/**
 * The library in CommonJS, each entry in one file: Node takes as long to find and open a file as to run what is in it, and
 * there are hundreds. `npm run bench` shows what loading takes.
 */
export function bundleLibrary(outputDirectory: string): void {
  buildSync({
    entryPoints: Object.fromEntries(
      Object.entries(ENTRIES).map(([name, file]) => [name, join(project, "modules", file)]),
    ),
    outdir: outputDirectory,
    bundle: true,
    packages: "external",
    platform: "node",
    target: "node20",
    // Errors name the class of a construct.
    keepNames: true,
    logLevel: "warning",
  });
}

/** The types, file by file as the sources are. */
function declareTypes(outputDirectory: string): void {
  const tsc = join(project, "node_modules/typescript/bin/tsc");
  const args = [tsc, "-p", join(project, "tsconfig.build.json"), "--emitDeclarationOnly", "--outDir", outputDirectory];
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  if (status !== 0) throw new Error("the types do not compile");
}

if (require.main === module) {
  const lib = join(project, "lib");
  rmSync(lib, { recursive: true, force: true });
  declareTypes(lib);
  bundleLibrary(lib);
}
