import { parseArgs } from "node:util";
import { type Comparison, compare, KINDS } from "./compare";
import { randomNetwork } from "./random-network";
import { shrink } from "./shrink";

const { values } = parseArgs({
  options: {
    networks: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
    show: { type: "string", default: "0" },
    only: { type: "string", default: "" },
  },
});
const seed = Number(values.seed);
const counts = new Map<string, number>(KINDS.map((kind) => [kind, 0]));
const codes = new Map<string, number>();
let shown = 0;

const nameOf = ({ kind, oracle, code }: Comparison) => `${kind} (${oracle}): ${code ?? "-"}`;

for (let index = seed; index < seed + Number(values.networks); index++) {
  const network = randomNetwork(index);
  for (const comparison of compare(network)) {
    const { kind } = comparison;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (kind === "agree") continue;
    const name = nameOf(comparison);
    codes.set(name, (codes.get(name) ?? 0) + 1);
    if (!name.includes(values.only) || shown >= Number(values.show)) continue;
    shown++;
    const same = ({ service, ...other }: Comparison) =>
      service === comparison.service && other.kind === kind && nameOf({ service, ...other }) === name;
    const small = shrink(network, (each) => compare(each).some(same));
    console.log(`seed ${index}, ${comparison.service}: ${name}\n${JSON.stringify(small)}`);
  }
}

const calls = [...counts.values()].reduce((sum, count) => sum + count, 0);
console.log(`${values.networks} networks from seed ${seed}, ${calls} calls`);
for (const [kind, count] of counts) console.log(`  ${kind.padEnd(18)}${count}`);
for (const [name, count] of [...codes].sort(([, a], [, b]) => b - a))
  console.log(`    ${String(count).padStart(6)}  ${name}`);
