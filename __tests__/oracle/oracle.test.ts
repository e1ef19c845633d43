import { describe, expect, it } from "vitest";
import { compare } from "./compare";
import { randomNetwork } from "./random-network";
import { shrink } from "./shrink";

/** The same networks every time, unless ORACLE_SEED says others. */
const seed = Number(process.env["ORACLE_SEED"] ?? 1);
const NETWORKS = 300;

const found = Array.from({ length: NETWORKS }, (_, index) => {
  const network = randomNetwork(seed + index);
  return { seed: seed + index, network, comparisons: compare(network) };
});
const calls = found.flatMap(({ comparisons }) => comparisons);

/** Where the proof is wrong, with the smallest network that shows it. */
function* faults(): Generator<string> {
  for (const { seed: own, network, comparisons } of found) {
    for (const { service, kind, code } of comparisons) {
      if (kind !== "false proved" && kind !== "false broken") continue;
      const small = shrink(network, (each) =>
        compare(each).some((other) => other.service === service && other.kind === kind),
      );
      yield `seed ${own}: ${kind} for ${service} (${code ?? "no issue"}) in ${JSON.stringify(small)}`;
    }
  }
}

describe("the proof, beside what AWS's pages say of random networks", () => {
  it("calls nothing proved that may not arrive, and nothing broken that may", { timeout: 120_000 }, () => {
    expect([...faults()]).toEqual([]);
  });

  it("leaves little unknown that the network tells", () => {
    const needless = calls.filter(({ kind }) => kind === "needless unknown");
    expect(needless.length / calls.length).toBeLessThan(0.005);
  });

  it("is asked about calls of every kind", () => {
    for (const verdict of ["proved", "broken", "unknown"]) {
      expect(calls.filter(({ oracle }) => oracle === verdict).length).toBeGreaterThan(NETWORKS / 10);
    }
  });
});
