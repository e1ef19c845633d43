import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleLibrary } from "../scripts/build-library";
import { baselineProgram } from "./baseline-program";
import { type Comparison, comparisonTable } from "./comparison";
import { bundle } from "./compile";
import { type Command, type Measurement, measure } from "./measure";
import { providerClass } from "./provider-classes";
import { readConfigurations, type Workspace } from "./workspace";

/** How many times the baseline's time many stacks may take. */
const ALLOWED_RATIO = 1.2;

/** The library, as the samples import it. */
const LIBRARY = "../modules";

/** Of the samples those that the program below makes. */
const STACKS = ["dedicated-endpoint-subnets", "single-subnet"];

/** The sample stacks by turns, as many as the first argument says. What the proof adds is measured by itself. */
const STACKS_PROGRAM = `
import { App } from "cdktf";
import { DedicatedEndpointSubnetsStack } from "../../stacks/dedicated-endpoint-subnets";
import { SingleSubnetStack } from "../../stacks/single-subnet";

const stacks = [DedicatedEndpointSubnetsStack, SingleSubnetStack];
const app = new App({ skipValidation: true });
for (let i = 0; i < Number(process.argv[2]); i += 1) new stacks[i % stacks.length](app, \`stack-\${i}\`);
app.synth();
`;

/**
 * Many stacks of the library against as many of the same resources by cdktf alone, both bundled before, the library by itself as in
 * its package: what runs at the top of a large file is in the stack trace of every token. A program written
 * by hand refers from one resource to another, and cdktf's tokens are most of what that costs: the target is against such
 * a baseline. One of literal values, which nobody writes, is printed beside it.
 */
export function benchGrowth(workspace: Workspace, counts: readonly number[]): string {
  const { directory } = workspace;
  const samples = Object.entries(readConfigurations(join(directory, "app")));
  const configurations = Object.fromEntries(samples.filter(([name]) => STACKS.includes(name)));
  writeFileSync(join(directory, "many-stacks.ts"), STACKS_PROGRAM);
  const copies = "Number(process.argv[2])";
  const baselines = {
    "many-written-stacks": baselineProgram(configurations, providerClass, { copies, references: true }),
    "many-literal-stacks": baselineProgram(configurations, providerClass, { copies }),
  };
  for (const [name, source] of Object.entries(baselines)) writeFileSync(join(directory, `${name}.ts`), source);
  const programs = ["many-stacks", ...Object.keys(baselines)];
  const bundled = join(directory, "growth");
  bundle(Object.fromEntries(programs.map((name) => [name, join(directory, `${name}.ts`)])), bundled, [LIBRARY]);
  bundleLibrary(join(bundled, LIBRARY));
  const results = counts.flatMap((count) => {
    const command = (program: string): Command => ({
      line: `node ${program}.js ${count}`,
      cwd: bundled,
      env: { CDKTF_OUTDIR: join(directory, program) },
    });
    const repetitions = Math.max(1, Math.round(workspace.repetitions / Math.max(1, count / 50)));
    const measured = measure(
      {
        stacks: command("many-stacks"),
        written: command("many-written-stacks"),
        literal: command("many-literal-stacks"),
      },
      { repetitions, directory },
    );
    const ofStacks = measured.get("stacks");
    const ofBaseline = measured.get("written");
    const ofLiteral = measured.get("literal");
    if (ofStacks === undefined || ofBaseline === undefined || ofLiteral === undefined) return [];
    return [{ count, ofStacks, ofBaseline, ofLiteral }];
  });
  const comparisons = results.flatMap(({ count, ofStacks, ofBaseline, ofLiteral }): Comparison[] => [
    { name: `${count}`, measured: ofStacks, baseline: ofBaseline, allowedRatio: ALLOWED_RATIO },
    { name: `${count}, baseline all literal`, measured: ofStacks, baseline: ofLiteral },
  ]);
  const title =
    "Stacks by turns, bundled before; the baseline is the same Terraform by cdktf alone, references read once";
  const table = comparisonTable(title, comparisons);
  const perStack = results.slice(1).map(({ count, ofStacks, ofBaseline }, index) => {
    const before = results[index];
    if (before === undefined) return "";
    const slope = (now: Measurement, then: Measurement) => ((now.ms - then.ms) / (count - before.count)).toFixed(1);
    return `${before.count} to ${count}: ${slope(ofStacks, before.ofStacks)} (baseline ${slope(ofBaseline, before.ofBaseline)})`;
  });
  return `${table}\n  ms for each further stack, from ${perStack.join(", ")}`;
}
