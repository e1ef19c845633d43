import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleLibrary } from "../scripts/build-library";
import { comparisonTable } from "./comparison";
import { bundle } from "./compile";
import { measure, median } from "./measure";
import type { Workspace } from "./workspace";

/** How much longer, and by how much larger, than what it uses the library may be to load. */
const ALLOWED = { allowedRatio: 1.15, allowedMb: 3 };

/** Loading the built library against loading cdktf, constructs and the provider modules that it uses. */
export function benchLibraryLoad(workspace: Workspace): string {
  const { directory, repetitions } = workspace;
  const library = join(directory, "lib");
  bundleLibrary(library);
  const load = (modules: readonly string[]) => modules.map((name) => `require(${JSON.stringify(name)});\n`).join("");
  const used = ["cdktf", "constructs", ...usedProviderModules(join(library, "index.js"))];
  writeFileSync(join(directory, "load-baseline.js"), load(used));
  writeFileSync(join(directory, "load-library.js"), load([...used, "./lib/index.js"]));
  const measured = measure(
    {
      library: { line: "node load-library.js", cwd: directory },
      baseline: { line: "node load-baseline.js", cwd: directory },
    },
    // The difference is small, and so are the processes.
    { repetitions: repetitions * 3, directory },
  );
  const ofLibrary = measured.get("library");
  const ofBaseline = measured.get("baseline");
  if (ofLibrary === undefined || ofBaseline === undefined) return "";
  const title = `Loading the library; the baseline is cdktf, constructs and the ${used.length - 2} provider modules it uses`;
  const table = comparisonTable(title, [
    { name: "lib/index.js", measured: ofLibrary, baseline: ofBaseline, ...ALLOWED },
  ]);
  bundle({ catalog: join(workspace.project, CATALOG) }, directory);
  const catalog = median(Array.from({ length: repetitions * 3 }, () => msToLoad(join(directory, "catalog.js"))));
  return `${table}\n  of which the catalog of endpoint services: ${catalog.toFixed(1)} ms`;
}

const CATALOG = "modules/aws/endpoint-services/catalog.ts";

/** Milliseconds that a fresh process takes to load one module. */
function msToLoad(file: string): number {
  const load = `const start = process.hrtime.bigint(); require(${JSON.stringify(file)});`;
  const script = `${load} console.log(Number(process.hrtime.bigint() - start) / 1e6);`;
  return Number(spawnSync(process.execPath, ["-e", script], { encoding: "utf8" }).stdout);
}

/** The provider modules that a module loads, as they are required. */
function usedProviderModules(file: string): string[] {
  const script = `require(${JSON.stringify(file)}); console.log(Object.keys(require.cache).join("\\n"));`;
  const { stdout } = spawnSync(process.execPath, ["-e", script], { encoding: "utf8" });
  return Array.from(stdout.matchAll(/(@cdktf\/provider-aws\/lib\/[^/\n]+)\/index\.js$/gm), ([, name]) => name).filter(
    (name) => name !== undefined,
  );
}
