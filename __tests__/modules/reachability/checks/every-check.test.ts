import { describe, expect, it } from "vitest";
import { CHECKS } from "../support/check-table";
import { isolatedNetwork } from "../support/isolated-network";
import { issuesOf } from "../support/terraform-fixture";

describe("what has to be so for a call to arrive", () => {
  it("holds in the network that works", () => {
    const proof = isolatedNetwork().prove();
    expect(proof.verdict).toBe("proved");
    expect(issuesOf(proof)).toEqual([]);
  });

  it.each(CHECKS)("$name", ({ holds, breaks, code, path, verdict = "broken" }) => {
    const network = isolatedNetwork();
    holds?.(network);
    expect(network.prove().verdict).toBe("proved");
    expect(issuesOf(network.prove()).filter((issue) => issue.code === code)).toEqual([]);
    const changed = isolatedNetwork();
    breaks(changed);
    const proof = changed.prove();
    expect(proof.verdict).toBe(verdict);
    expect(issuesOf(proof).find((issue) => issue.code === code)).toMatchObject({ path });
  });
});
