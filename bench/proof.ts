import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Comparison, comparisonTable } from "./comparison";
import { bundle } from "./compile";
import { type Command, measure } from "./measure";
import type { Workspace } from "./workspace";

/** How many times the time without the proof a synthesis with it may take. */
const ALLOWED_RATIO = 1.15;

/** The sample stacks by turns, as many as the first argument says, proved unless there is a second one. */
const STACKS_PROGRAM = `
import { App } from "cdktf";
import { DedicatedEndpointSubnetsStack } from "../../stacks/dedicated-endpoint-subnets";
import { SingleSubnetStack } from "../../stacks/single-subnet";

const stacks = [DedicatedEndpointSubnetsStack, SingleSubnetStack];
const app = new App({ skipValidation: process.argv.length > 3 });
for (let i = 0; i < Number(process.argv[2]); i += 1) new stacks[i % stacks.length](app, \`stack-\${i}\`);
app.synth();
`;

/**
 * What the proof adds to a synthesis: to the samples by the app command, against the same with nothing of the proof
 * loaded, and to many stacks, bundled before, against the same app that skips its validations.
 */
export function benchProof(workspace: Workspace, counts: readonly number[]): string {
  return [comparisonTable("What the proof adds to a synthesis", ofSamples(workspace)), growth(workspace, counts)].join(
    "\n",
  );
}

/** The rooms of the proof, as they are imported. */
const ROOMS = ["./", "../", "../../"].flatMap((up) => ["reachability", "validation"].map((room) => `${up}${room}/*`));

/** The app command with nothing of the proof bundled or loaded, for the directory of the project. */
export function withoutProof(app: string): string {
  const external = ROOMS.map((room) => `'${room}'`).join(" ");
  return `${app.replace(/^node /, "node --require ./bench/without-proof.cjs ")} ${external}`;
}

function ofSamples({ project, directory, repetitions }: Workspace): Comparison[] {
  const { app, context }: { app: string; context: { stacks: readonly string[] } } = JSON.parse(
    readFileSync(join(project, "cdktf.json"), "utf8"),
  );
  const cli = join(project, "node_modules/cdktf-cli/bundle/bin/cdktf");
  const synth = (line: string) => `node ${cli} synth --output ${join(directory, "proof")} --app "${line}"`;
  const [both, all] = [context.stacks.slice(0, 2), context.stacks];
  const rows = [
    { name: "both layouts, by the app command", stacks: both, line: (command: string) => command },
    { name: "all sample stacks, by the app command", stacks: all, line: (command: string) => command },
    { name: "all sample stacks, by cdktf synth", stacks: all, line: synth },
  ];
  return rows.flatMap(({ name, stacks, line }): Comparison[] => {
    const env = { CDKTF_CONTEXT_JSON: JSON.stringify({ ...context, stacks }), CDKTF_OUTDIR: join(directory, "proof") };
    const command = (text: string): Command => ({ line: line(text), cwd: project, env });
    const measured = measure(
      { with: command(app), without: command(withoutProof(app)) },
      { repetitions: repetitions * 2, directory },
    );
    return compared(name, measured.get("with"), measured.get("without"), ALLOWED_RATIO);
  });
}

/** The share grows where little else is left to do for a stack; what has to hold is that a stack more costs no more. */
function growth({ directory, repetitions }: Workspace, counts: readonly number[]): string {
  writeFileSync(join(directory, "proved-stacks.ts"), STACKS_PROGRAM);
  bundle({ "proved-stacks": join(directory, "proved-stacks.ts") }, directory);
  const added: { count: number; ms: number }[] = [];
  const comparisons = counts.flatMap((count): Comparison[] => {
    const command = (...skip: readonly string[]): Command => ({
      line: ["node proved-stacks.js", count, ...skip].join(" "),
      cwd: directory,
      env: { CDKTF_OUTDIR: join(directory, "proved-stacks") },
    });
    const measured = measure(
      { with: command(), without: command("skip") },
      { repetitions: Math.max(1, Math.round(repetitions / Math.max(1, count / 50))), directory },
    );
    const [withProof, without] = [measured.get("with"), measured.get("without")];
    if (withProof !== undefined && without !== undefined) added.push({ count, ms: withProof.ms - without.ms });
    return compared(`${count} stacks`, withProof, without);
  });
  const perStack = added.map(({ count, ms }) => `${count}: ${(ms / count).toFixed(1)}`).join(", ");
  return `${comparisonTable("  the same for many stacks", comparisons)}\n  ms that it adds for each stack, of ${perStack}`;
}

function compared(
  name: string,
  measured: Comparison["measured"] | undefined,
  baseline: Comparison["baseline"] | undefined,
  allowedRatio?: number,
): Comparison[] {
  if (measured === undefined || baseline === undefined) return [];
  return [{ name, measured, baseline, ...(allowedRatio === undefined ? {} : { allowedRatio }) }];
}
