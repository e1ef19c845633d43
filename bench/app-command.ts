import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { baselineProgram } from "./baseline-program";
import { type Comparison, comparisonTable } from "./comparison";
import { bundle, transpile } from "./compile";
import { type Command, measure } from "./measure";
import { withoutProof } from "./proof";
import { providerClass } from "./provider-classes";
import { elementsOf } from "./terraform-elements";
import { bytesOf, readConfigurations, type Workspace } from "./workspace";

/** How much longer than the baseline the app may take without the proof, which is measured by itself. */
const ALLOWED_RATIO = 1.3;

/** How `cdktf.json` could start the app, besides how it does: `%` stands for the program. */
const RUNNERS = {
  "tsx (cli)": "node node_modules/tsx/dist/cli.mjs %.ts",
  "tsx, in one process": "node --require ./node_modules/tsx/dist/cjs/index.cjs %.ts",
};

/**
 * All sample stacks by the app command, against a baseline that emits the same Terraform without the library. Its resources refer
 * to each other, as somebody would write them; one of literal values is printed beside it.
 */
export function benchAppCommand(workspace: Workspace): string {
  const { project, directory, repetitions } = workspace;
  const config: { app: string; context: unknown } = JSON.parse(readFileSync(join(project, "cdktf.json"), "utf8"));
  const env = (output: string) => ({
    CDKTF_CONTEXT_JSON: JSON.stringify(config.context),
    CDKTF_OUTDIR: join(directory, output),
  });
  measure({ app: { line: config.app, cwd: project, env: env("app") } }, { repetitions: 0, directory });
  const configurations = readConfigurations(join(directory, "app"));
  const [baseline, literal] = [join(directory, "baseline"), join(directory, "literal")];
  writeFileSync(`${baseline}.ts`, baselineProgram(configurations, providerClass, { references: true }));
  writeFileSync(`${literal}.ts`, baselineProgram(configurations, providerClass));

  const transpiled = join(directory, "transpiled");
  const bundled = join(directory, "bundled");
  transpile(workspace, [join(project, "main.ts"), `${baseline}.ts`], transpiled);
  bundle({ main: join(project, "main.ts"), baseline: `${baseline}.ts` }, bundled);

  const byApp = (program: string) => config.app.replace("main.ts", `${program}.ts`);
  const lines = new Map<string, readonly [app: string, baseline: string]>([
    ["cdktf.json, without the proof", [withoutProof(config.app), byApp(baseline)]],
    ["cdktf.json, without the proof, baseline all literal", [withoutProof(config.app), byApp(literal)]],
    [`cdktf.json: ${config.app}`, [config.app, byApp(baseline)]],
    ...Object.entries(RUNNERS)
      .filter(([, line]) => line.replace("%", "main") !== config.app)
      .map(([name, line]) => [name, [line.replace("%", "main"), line.replace("%", baseline)]] as const),
    ["tsc, compiled before", [`node ${transpiled}/main.js`, `node ${transpiled}/.local/bench/baseline.js`]],
    ["esbuild, bundled before", [`node ${bundled}/main.js`, `node ${bundled}/baseline.js`]],
  ]);
  const commands: Record<string, Command> = {};
  for (const [name, [app, base]] of lines) {
    commands[name] = { line: app, cwd: project, env: env("app") };
    commands[`${name} baseline`] = { line: base, cwd: project, env: env("baseline") };
  }
  const measured = measure(commands, { repetitions, directory });
  const comparisons = Array.from(lines.keys()).flatMap((name, index): Comparison[] => {
    const ofApp = measured.get(name);
    const ofBaseline = measured.get(`${name} baseline`);
    if (ofApp === undefined || ofBaseline === undefined) return [];
    return [{ name, measured: ofApp, baseline: ofBaseline, ...(index === 0 ? { allowedRatio: ALLOWED_RATIO } : {}) }];
  });
  return [
    comparisonTable("All sample stacks, whole process; the baseline is the same Terraform by cdktf alone", comparisons),
    `  JSON: app ${size(join(directory, "app"))}, baseline ${size(join(directory, "baseline"))}`,
  ].join("\n");
}

function size(outputDirectory: string): string {
  const elements = Object.values(readConfigurations(outputDirectory)).flatMap(elementsOf);
  return `${bytesOf(outputDirectory)} bytes, ${elements.length} elements`;
}
