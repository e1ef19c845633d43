import { describe, expect, it } from "vitest";
import { proveReachability } from "../../../../../modules/reachability/prove-reachability";
import {
  ENDPOINT_GROUP,
  ENDPOINT_IDS,
  HTTPS_RULE,
  legacyNetwork,
  PRIVATE_A,
  PRIVATE_TABLE,
  serviceByIds,
} from "../../../snapshot/legacy-network";

const network = legacyNetwork();
const { logs, s3 } = ENDPOINT_IDS;

interface Change {
  readonly type: string;
  readonly actions: readonly string[];
  readonly before?: object;
  readonly after?: object;
}

/** A plan that changes something of the VPC. */
function planOf(...changes: readonly Change[]) {
  return {
    format_version: "1.2",
    planned_values: {},
    resource_changes: changes.map(({ type, actions, before = {}, after = {} }, index) => ({
      address: `${type}.changed_${index}`,
      mode: "managed",
      type,
      name: `changed_${index}`,
      change: { actions, before, after, after_unknown: {} },
    })),
  };
}

function findingsWith(...changes: readonly Change[]): readonly string[] {
  const { tasks } = proveReachability([serviceByIds(), planOf(...changes)], { networks: [network] });
  return tasks.flatMap(({ dependencies }) =>
    dependencies.flatMap(({ issue, service }) => (issue === undefined ? [] : `${service} ${issue.code}`)),
  );
}

const removed = (type: string, before: object): Change => ({ type, actions: ["delete"], before });
const kept = (type: string, after: object): Change => ({ type, actions: ["no-op"], before: after, after });

describe("a VPC that exists beside a plan that changes it", () => {
  it("stays as it is where the plan is about something else", () => {
    expect(findingsWith(removed("aws_vpc_endpoint", { id: "vpce-0fffffffffffffff0" }))).toEqual([]);
  });

  it.each<[what: string, change: Change, findings: readonly unknown[]]>([
    ["an endpoint", removed("aws_vpc_endpoint", { id: logs }), ["logs endpoint-missing"]],
    [
      "a rule of a security group",
      removed("aws_vpc_security_group_ingress_rule", { id: HTTPS_RULE }),
      Array(3).fill(expect.stringMatching(/ endpoint-/)),
    ],
    [
      "a rule of a security group, as the older resource has it",
      removed("aws_security_group_rule", { id: "sgrule-1", security_group_rule_id: HTTPS_RULE }),
      Array(3).fill(expect.stringMatching(/ endpoint-/)),
    ],
    [
      "the association of a gateway endpoint",
      removed("aws_vpc_endpoint_route_table_association", { vpc_endpoint_id: s3, route_table_id: PRIVATE_TABLE }),
      ["s3 gateway-route-missing"],
    ],
    [
      "the route table of a subnet",
      removed("aws_route_table_association", { id: "rtbassoc-1", subnet_id: PRIVATE_A, route_table_id: PRIVATE_TABLE }),
      ["s3 gateway-route-missing"],
    ],
    [
      "the way in, by an ACL rule that the plan has in place of the one that admits",
      kept("aws_network_acl_rule", {
        network_acl_id: "acl-0a000000000000010",
        egress: false,
        rule_number: 100,
        rule_action: "deny",
        protocol: "-1",
        cidr_block: "0.0.0.0/0",
      }),
      Array(4).fill(expect.stringMatching(/ network-acl/)),
    ],
    [
      "DNS, in the VPC as the plan has it",
      kept("aws_vpc", {
        id: network.vpc.id,
        cidr_block: "172.20.0.0/16",
        enable_dns_support: true,
        enable_dns_hostnames: false,
        default_network_acl_id: "acl-0a000000000000010",
      }),
      Array(4).fill(expect.stringMatching(/ vpc-dns-hostnames-off/)),
    ],
    [
      "a security group, with all of its rules",
      kept("aws_security_group", { id: ENDPOINT_GROUP, vpc_id: network.vpc.id, ingress: [], egress: [] }),
      Array(3).fill(expect.stringMatching(/ endpoint-/)),
    ],
  ])("is without %s", (_, change, findings) => {
    expect(findingsWith(change)).toEqual(findings);
  });

  it("does not have an endpoint that is replaced in both forms", () => {
    const replaced = { type: "aws_vpc_endpoint", actions: ["delete", "create"], before: { id: logs } };
    expect(findingsWith(replaced)).toContainEqual(expect.stringMatching(/^logs /));
  });

  it("is one thing with what a data source names by its id", () => {
    const data = { aws_vpc: { legacy: { id: network.vpc.id } }, aws_subnet: { a: { id: PRIVATE_A } } };
    const json = { ...serviceByIds(), data };
    const byLookup = JSON.parse(JSON.stringify(json).replace(`["${PRIVATE_A}",`, '["${data.aws_subnet.a.id}",'));
    expect(proveReachability([byLookup], { networks: [network] }).verdict).toBe("proved");
  });

  it("is counted once where two snapshots are of the same VPC: the one that is given comes before a comment", () => {
    const older = { ...network, endpoints: [] };
    const json = { ...serviceByIds(), "//": { privateFargate: { networks: [older] } } };
    expect(proveReachability([json]).verdict).toBe("broken");
    expect(proveReachability([json], { networks: [network] }).verdict).toBe("proved");
  });

  it("is left out of a comment that holds something else", () => {
    const json = { ...serviceByIds(), "//": { privateFargate: { networks: [{ ...network, version: 99 }, "x"] } } };
    expect(proveReachability([json]).verdict).toBe("unknown");
  });
});
