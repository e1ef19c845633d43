import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleLibrary } from "../scripts/build-library";
import { comparisonTable } from "./comparison";
import { bundle } from "./compile";
import { measure, median } from "./measure";
import type { Workspace } from "./workspace";

/** How much longer, and by how much larger, than what it uses the library may be to load. */
const ALLOWED = { allowedRatio: 1.15, allowedMb: 3 };

/**
 * Loading the built library against loading cdktf, constructs and the provider modules that it uses. It loads those late, each
 * when the first of its class is made, so what it takes beside cdktf and constructs alone is printed too.
 */
export function benchLibraryLoad(workspace: Workspace): string {
  const { directory, repetitions } = workspace;
  const library = join(directory, "lib");
  bundleLibrary(library);
  const load = (file: string, modules: readonly string[]) => {
    writeFileSync(join(directory, file), modules.map((name) => `require(${JSON.stringify(name)});\n`).join(""));
    return { line: `node ${file}`, cwd: directory };
  };
  const packages = ["cdktf", "constructs"];
  const used = usedProviderModules(join(library, "library/index.js"));
  const measured = measure(
    {
      library: load("load-library.js", [...packages, "./lib/index.js"]),
      baseline: load("load-baseline.js", [...packages, ...used]),
      packages: load("load-packages.js", packages),
    },
    // The difference is small, and so are the processes.
    { repetitions: repetitions * 3, directory },
  );
  const ofLibrary = measured.get("library");
  const ofBaseline = measured.get("baseline");
  const ofPackages = measured.get("packages");
  if (ofLibrary === undefined || ofBaseline === undefined || ofPackages === undefined) return "";
  const title = `Loading the library; the baseline is cdktf, constructs and the ${used.length} provider modules it uses`;
  const table = comparisonTable(title, [
    { name: "lib/index.js", measured: ofLibrary, baseline: ofBaseline, ...ALLOWED },
    { name: "lib/index.js, baseline without provider modules", measured: ofLibrary, baseline: ofPackages },
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

/** The provider modules that a file can load. */
function usedProviderModules(file: string): string[] {
  const text = readFileSync(file, "utf8");
  return [
    ...new Set(Array.from(text.matchAll(/require\("(@cdktf\/provider-aws\/[^"]+)"\)/g), ([, name = ""]) => name)),
  ];
}
