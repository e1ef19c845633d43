import { type Consumer, readConsumers } from "../consumers/consumer";
import { NODES, RESULTS, type Results } from "../consumers/results";
import { STEPS, type Step } from "../consumers/steps";

/** The text of `docs/consumers.md`. */
export function consumersPage(consumers: readonly Consumer[] = readConsumers(), results: Results = RESULTS): string {
  const rows = consumers.map(({ name, title, packages }) => {
    const cells = STEPS.map((step) => cellOf(step, name, results));
    const bindings = packages.get("@cdktf/provider-aws") ?? packages.get("@cdktn/provider-aws") ?? "";
    return `| ${title}: \`examples/${name}\` | ${[bindings, ...cells].join(" | ")} |`;
  });
  return `# Who uses it

<!-- Generated from scripts/consumers/results.json by scripts/generate-pages.ts. Do not edit. -->

The examples are projects of their own: they have what a user has, the package as npm packs it and the registry. \`npm run consumers\`
has installed, compiled, tested, synthesized and proved each under Node ${NODES.join(", ")}. The tests do the same with the Node that
they run on, and fail where this table says anything else.

| Example | Bindings | ${STEPS.join(" | ")} |
| --- | --- |${" --- |".repeat(STEPS.length)}
${rows.join("\n")}

A number before an outcome is the version of Node that it is of; without one it is of all. *–*: the example has no such script.
*without cdktf-cli*: the app synthesizes by the command in its \`cdktf.json\`, \`cdktf synth\` does not start: \`cdktf-cli\` 0.21 comes without a
binary of its terminal (\`node-pty\`) for Node 24, and works there only where npm can compile it. *on your word*: what the program says of a
VPC that exists already counts, and the report lists it.
`;
}

/** The outcome, or the outcomes with the versions of Node that they are of. */
function cellOf(step: Step, name: string, results: Results): string {
  const byOutcome = new Map<string, string[]>();
  for (const node of NODES) {
    const outcome = results[node][name]?.[step] ?? "not tried";
    byOutcome.set(outcome, [...(byOutcome.get(outcome) ?? []), node]);
  }
  const [[only] = [], ...others] = byOutcome;
  if (only !== undefined && others.length === 0) return only;
  return Array.from(byOutcome, ([outcome, nodes]) => `${nodes.join(", ")}: ${outcome}`).join("; ");
}
