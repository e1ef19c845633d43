import { describe, expect, it } from "vitest";
import { proveReachability } from "../../../modules/reachability/prove-reachability";
import type {
  NetworkSnapshot,
  SnapshotHostedZone,
  SnapshotResolverRule,
} from "../../../modules/snapshot/network-snapshot";
import { changed, ENDPOINT_IDS, legacyNetwork, serviceByIds } from "./legacy-network";

const network = legacyNetwork();
const { logs } = ENDPOINT_IDS;
const NAME = "logs.eu-west-1.amazonaws.com";
const TO_ENDPOINT = `${logs}-0abc.logs.eu-west-1.vpce.amazonaws.com`;

/** Private DNS is off for the endpoint of logs, so that its names lead to it by a zone only. */
const withoutPrivateDns = changed(network, "endpoints", logs, { privateDnsEnabled: false });

function zone(change: Partial<SnapshotHostedZone> = {}): SnapshotHostedZone {
  return { id: "Z1", name: NAME, records: [{ name: NAME, type: "A", target: TO_ENDPOINT }], ...change };
}

function findingsIn(snapshot: NetworkSnapshot, ...others: object[]): readonly string[] {
  const { tasks } = proveReachability([serviceByIds(), ...others.map((each) => ({ ...each }))], {
    networks: [snapshot],
  });
  return tasks.flatMap(({ dependencies }) =>
    dependencies.flatMap(({ service, verdict, issue }) =>
      issue === undefined ? [] : `${service} ${verdict} ${issue.code} ${issue.path}`,
    ),
  );
}

const inZones = (...hostedZones: readonly SnapshotHostedZone[]) =>
  findingsIn({ ...withoutPrivateDns, hostedZones, resolverRules: [] });
const withRules = (...resolverRules: readonly SnapshotResolverRule[]) =>
  findingsIn({ ...network, hostedZones: [], resolverRules });

describe("the private hosted zones of a snapshot", () => {
  it("lead to an endpoint without private DNS", () => {
    expect(inZones(zone())).toEqual([]);
    expect(inZones(zone({ records: [{ name: NAME, type: "CNAME", target: TO_ENDPOINT }] }))).toEqual([]);
  });

  it("lead there by a wildcard, where no other name hides it", () => {
    const wildcard = { name: "*.eu-west-1.amazonaws.com", type: "A", target: TO_ENDPOINT };
    const around = { name: "eu-west-1.amazonaws.com", records: [wildcard] };
    expect(inZones(zone(around))).not.toContainEqual(expect.stringMatching(/^logs broken/));
    expect(findingsIn({ ...withoutPrivateDns, hostedZones: [], resolverRules: [] })).toEqual([
      `logs broken private-dns-off ${logs}`,
    ]);
  });

  it("leave open what one of another account is for, whose records nobody has read", () => {
    expect(inZones({ id: "Z1", name: NAME })).toContain("logs unknown hosted-zone-unknown Z1");
  });

  it.each<[string, Partial<SnapshotHostedZone>]>([
    ["whose record has addresses", { records: [{ name: NAME, type: "A" }] }],
    ["whose record is of another type", { records: [{ name: NAME, type: "TXT" }] }],
    ["around the names, without records for them", { name: "amazonaws.com", records: [] }],
  ])("leave open what one is for %s", (_, change) => {
    expect(inZones(zone(change))).toContain("logs unknown hosted-zone-unknown Z1");
  });

  it("tell where the record is for another name", () => {
    const [found] = inZones(zone({ records: [{ name: `api.${NAME}`, type: "A", target: TO_ENDPOINT }] }));
    expect(found).toBe(`logs broken hosted-zone-record-wrong Z1 api.${NAME} A`);
  });

  it("of one's own names say nothing of AWS's", () => {
    expect(findingsIn({ ...network, hostedZones: [{ id: "Z2", name: "orders.internal" }] })).toEqual([]);
  });

  it("conflict with private DNS, which AWS refuses", () => {
    expect(findingsIn({ ...network, hostedZones: [zone()] }).join()).toContain("logs ");
  });

  it("count without what a plan removes, and with the association where the plan has the zone", () => {
    const removed = (type: string, before: object) => ({
      format_version: "1.2",
      planned_values: {},
      resource_changes: [
        {
          address: `${type}.x`,
          mode: "managed",
          type,
          name: "x",
          change: { actions: ["delete"], before, after: null },
        },
      ],
    });
    const snapshot = { ...withoutPrivateDns, hostedZones: [zone()], resolverRules: [] };
    const association = removed("aws_route53_zone_association", { zone_id: "Z1", vpc_id: network.vpc.id });
    expect(findingsIn(snapshot, association)).toEqual([`logs broken private-dns-off ${logs}`]);
    const record = removed("aws_route53_record", { zone_id: "Z1", name: "logs", fqdn: NAME, type: "A" });
    expect(findingsIn(snapshot, record)).toEqual(["logs unknown hosted-zone-unknown Z1"]);
    const values = { id: "Z1", zone_id: "Z1", name: NAME, vpc: [{ vpc_id: "vpc-0fedcba9876543210" }] };
    const managed = { address: "aws_route53_zone.x", mode: "managed", type: "aws_route53_zone", name: "x", values };
    const state = { format_version: "1.0", values: { root_module: { resources: [managed] } } };
    expect(findingsIn(snapshot, state)).toEqual([]);
  });
});

describe("the Resolver rules of a snapshot", () => {
  it.each<[string, string[]]>([
    ["corp.example.com", []],
    [NAME, [expect.stringMatching(/^logs unknown resolver-rule-unknown rslvr-rr-1 /)]],
    // Private DNS is more specific, and a gateway endpoint has no names of its own.
    [".", [expect.stringMatching(/^s3 unknown resolver-rule-unknown rslvr-rr-1 /)]],
  ])("that forward %s", (domain, findings) => {
    expect(withRules({ id: "rslvr-rr-1", domain, type: "FORWARD" })).toEqual(findings);
  });

  it("that leave names to Amazon's DNS server take none", () => {
    expect(withRules({ id: "rslvr-rr-1", domain: NAME, type: "SYSTEM" })).toEqual([]);
  });

  it("may lead to an endpoint in another VPC", () => {
    const endpoints = network.endpoints.filter(({ id }) => id !== logs);
    const rule = { id: "rslvr-rr-1", domain: "eu-west-1.amazonaws.com", type: "FORWARD" };
    expect(findingsIn({ ...network, endpoints, hostedZones: [], resolverRules: [rule] })).toContainEqual(
      expect.stringMatching(/^logs unknown resolver-rule-unknown rslvr-rr-1 /),
    );
  });
});
