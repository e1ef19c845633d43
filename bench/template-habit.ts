import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { comparisonTable } from "./comparison";
import { measure } from "./measure";
import type { Workspace } from "./workspace";

/** The compiler options of cdktf's TypeScript template, as new as this project's sources need them. */
const TSCONFIG = {
  compilerOptions: {
    lib: ["ES2023"],
    target: "ES2022",
    module: "CommonJS",
    moduleResolution: "node10",
    ignoreDeprecations: "6.0",
    rootDir: ".",
    types: ["node"],
    strict: true,
    declaration: true,
    inlineSourceMap: true,
    inlineSources: true,
    resolveJsonModule: true,
    skipLibCheck: true,
  },
};

const DEEP_IMPORT = /^import (type )?\{ ([^}]+) \} from "@cdktf\/provider-aws\/lib\/([\w-]+)";$/gm;

/** The same app as cdktf's TypeScript template starts it: by ts-node, which checks types, with the provider's root import. */
export function benchTemplateHabit(workspace: Workspace): string {
  const { project, directory } = workspace;
  const title = "The template's habit: npx ts-node with its type check, and import { vpc } from the provider's root";
  if (!existsSync(join(project, "node_modules/ts-node/package.json"))) {
    return `${title}\n  left out: ts-node is not among the development dependencies`;
  }
  const copy = join(directory, "template");
  mkdirSync(copy);
  for (const part of ["main.ts", "modules", "stacks"])
    cpSync(join(project, part), join(copy, part), { recursive: true });
  importFromRoot(copy);
  writeFileSync(join(copy, "tsconfig.json"), JSON.stringify(TSCONFIG));
  const config: { app: string; context: unknown } = JSON.parse(readFileSync(join(project, "cdktf.json"), "utf8"));
  const env = { CDKTF_CONTEXT_JSON: JSON.stringify(config.context), CDKTF_OUTDIR: join(directory, "app") };
  const measured = measure(
    {
      habit: { line: "npx ts-node main.ts", cwd: copy, env },
      app: { line: config.app, cwd: project, env },
    },
    { repetitions: Math.min(3, workspace.repetitions), directory },
  );
  const habit = measured.get("habit");
  const app = measured.get("app");
  if (habit === undefined || app === undefined) return "";
  return comparisonTable(`${title}; the baseline is the app command`, [
    { name: "npx ts-node main.ts", measured: habit, baseline: app },
  ]);
}

/** Rewrites the deep imports of the provider below a directory to imports from its root. */
function importFromRoot(directory: string): void {
  for (const file of readdirSync(directory, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".ts")) continue;
    const path = join(directory, file);
    const source = readFileSync(path, "utf8");
    if (source.includes("@cdktf/provider-aws/lib/")) writeFileSync(path, fromRoot(source));
  }
}

function fromRoot(source: string): string {
  return source.replace(DEEP_IMPORT, (whole, type: string | undefined, names: string, module: string) => {
    // An import of types loads nothing.
    if (type !== undefined) return whole;
    const namespace = module.replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());
    const aliases = names.split(",").map((name) => {
      const [exported = "", local = exported] = name
        .trim()
        .replace(/^type /, "")
        .split(" as ");
      return `import ${local} = ${namespace}_.${exported};`;
    });
    return [`import { ${namespace} as ${namespace}_ } from "@cdktf/provider-aws";`, ...aliases].join(" ");
  });
}
