import { describe, expect, it } from "vitest";
import { snapshotWithNames } from "../../../modules/cli/take-snapshot";
import { isNetworkSnapshot } from "../../../modules/snapshot/read-network-snapshot";
import { legacyNetwork } from "../snapshot/legacy-network";

const { notRead, hostedZones, resolverRules, ...ofEc2 } = legacyNetwork();

describe("snapshotWithNames", () => {
  it("is the sample of the pages, where all was read", () => {
    const snapshot = snapshotWithNames(ofEc2, hostedZones, resolverRules);
    expect(JSON.stringify(snapshot)).toBe(JSON.stringify(legacyNetwork()));
    expect(snapshot.notRead).toEqual(notRead);
  });

  it("says what to install for what was not read, and leaves it out", () => {
    const snapshot = snapshotWithNames(ofEc2, undefined, undefined);
    expect(snapshot.notRead.slice(0, 2)).toEqual([
      "private hosted zones: write npm install --save-dev @aws-sdk/client-route-53, and take the snapshot again",
      "Resolver rules: write npm install --save-dev @aws-sdk/client-route53resolver, and take the snapshot again",
    ]);
    expect(Object.keys(snapshot)).not.toContain("hostedZones");
    expect(isNetworkSnapshot(snapshot)).toBe(true);
    expect(snapshotWithNames(ofEc2, [], undefined).notRead[0]).toMatch(/^Resolver rules: /);
  });
});
