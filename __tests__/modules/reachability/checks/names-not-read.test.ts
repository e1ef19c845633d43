import { describe, expect, it } from "vitest";
import { proveReachability } from "../../../../modules/reachability/prove-reachability";
import type { NetworkSnapshot } from "../../../../modules/snapshot/network-snapshot";
import { changed, ENDPOINT_IDS, legacyNetwork, serviceByIds } from "../../snapshot/legacy-network";

const { hostedZones: _, resolverRules: __, ...unread } = legacyNetwork();
const { logs, s3 } = ENDPOINT_IDS;
const VPC = unread.vpc.id;

function findingsIn(network: NetworkSnapshot): readonly string[] {
  const { tasks } = proveReachability([serviceByIds()], { networks: [network] });
  return tasks.flatMap(({ dependencies }) =>
    dependencies.flatMap(({ service, verdict, issue }) =>
      issue === undefined ? [] : `${service} ${verdict} ${issue.code} ${issue.path}`,
    ),
  );
}

const without = (...ids: readonly string[]): NetworkSnapshot => ({
  ...unread,
  endpoints: unread.endpoints.filter(({ id }) => !ids.includes(id)),
});

describe("checkNamesNotRead", () => {
  it("changes nothing where endpoints answer, or their security group lets nobody in", () => {
    expect(findingsIn(unread)).toEqual([]);
    const closed = changed(unread, "securityGroups", "sg-0e000000000000010", { rules: [] });
    expect(findingsIn(closed)).toContainEqual(expect.stringMatching(/^logs broken /));
  });

  it("leaves open where a zone in the VPC may lead to an endpoint elsewhere", () => {
    expect(findingsIn(without(logs))).toEqual([`logs unknown hosted-zone-unknown ${VPC}`]);
    const off = changed(unread, "endpoints", logs, { privateDnsEnabled: false });
    expect(findingsIn(off)).toEqual([`logs unknown hosted-zone-unknown ${VPC}`]);
    expect(findingsIn(without(s3))).toContainEqual(`s3 unknown hosted-zone-unknown ${VPC}`);
  });

  it("needs both zones and rules for the answer", () => {
    expect(findingsIn({ ...without(logs), hostedZones: [] })).toEqual([`logs unknown hosted-zone-unknown ${VPC}`]);
    expect(findingsIn({ ...without(logs), hostedZones: [], resolverRules: [] })).toEqual([
      `logs broken endpoint-missing ${VPC}`,
    ]);
  });

  it("is not asked where a gateway endpoint is in the VPC", () => {
    const unrouted = changed(unread, "endpoints", s3, { routeTableIds: [] });
    expect(findingsIn(unrouted)).toContainEqual(expect.stringMatching(/^s3 broken gateway-/));
  });
});
