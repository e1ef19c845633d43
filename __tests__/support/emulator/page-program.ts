import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { programsIn } from "../code-blocks";

const run = promisify(execFile);
const project = resolve(__dirname, "../../..");

/** A program of a page, as it has been run. */
export interface PageProgram {
  /** What it has written, `cdktf.out`. */
  readonly outputDirectory: string;
  /** The folder in which it was run, for what else belongs to it. */
  readonly home: string;
  /** Removes what it has written. */
  remove(): void;
}

/**
 * Runs the one program of a page that makes a stack of this name, literally as it stands there, but for the library, which is the one
 * of this folder.
 *
 * @param page for example `"docs/programs.md"`
 */
export async function runPageProgram(page: string, stack: string): Promise<PageProgram> {
  const programs = programsIn(page, readFileSync(join(project, page), "utf8"));
  const [program, ...others] = programs.filter(({ code }) => code.includes(`new TerraformStack(app, "${stack}")`));
  if (program === undefined || others.length > 0) throw new Error(`${page} has not one program of "${stack}"`);
  // Under the project, so that it finds cdktf as the programs of users do.
  const cache = join(project, "node_modules/.cache");
  mkdirSync(cache, { recursive: true });
  const home = mkdtempSync(join(cache, "page-program-"));
  await build({
    stdin: { contents: program.code, resolveDir: home, loader: "ts" },
    bundle: true,
    platform: "node",
    alias: { "cdktf-private-fargate": join(project, "modules/index.ts") },
    external: ["cdktf", "constructs", "@cdktf/*"],
    outfile: join(home, "program.js"),
    logLevel: "silent",
  });
  await run(process.execPath, [join(home, "program.js")], { cwd: home });
  return {
    outputDirectory: join(home, "cdktf.out"),
    home,
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}
