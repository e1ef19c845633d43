import type { ResourceRecordSet } from "@aws-sdk/client-route-53";
import { describe, expect, it } from "vitest";
import { hostedZonesOf, resolverRulesOf } from "../../../modules/cli/route53-snapshot";

const NAME = "logs.eu-west-1.amazonaws.com";
const ENDPOINT = "vpce-0123-abcd.logs.eu-west-1.vpce.amazonaws.com";
const alias = { HostedZoneId: "Z9", DNSName: `${ENDPOINT}.`, EvaluateTargetHealth: false };

function recordsOf(...records: readonly ResourceRecordSet[]) {
  const zone = { HostedZoneId: "Z1", Name: `${NAME}.`, Owner: {} };
  return hostedZonesOf([{ zone, records }])[0]?.records;
}

describe("the private hosted zones that Amazon Route 53 answers", () => {
  it("are sorted, with plain ids and names, and without records where nobody has read them", () => {
    const zones = hostedZonesOf([
      { zone: { HostedZoneId: "/hostedzone/Z2", Name: "Orders.Internal.", Owner: {} } },
      { zone: { HostedZoneId: "Z1", Name: `${NAME}.`, Owner: {} }, records: [] },
    ]);
    expect(zones).toEqual([
      { id: "Z1", name: NAME, records: [] },
      { id: "Z2", name: "orders.internal" },
    ]);
  });

  it("have what aliases and CNAMEs to names of AWS's lead to", () => {
    expect(recordsOf({ Name: `${NAME}.`, Type: "A", AliasTarget: alias })).toEqual([
      { name: NAME, type: "A", target: ENDPOINT },
    ]);
    const value: ResourceRecordSet = { Name: `x.${NAME}.`, Type: "CNAME", ResourceRecords: [{ Value: ENDPOINT }] };
    expect(recordsOf(value)).toEqual([{ name: `x.${NAME}`, type: "CNAME", target: ENDPOINT }]);
  });

  it("have names only for all else", () => {
    expect(
      recordsOf(
        { Name: `a.${NAME}.`, Type: "A", ResourceRecords: [{ Value: "10.1.2.3" }] },
        { Name: `b.${NAME}.`, Type: "CNAME", ResourceRecords: [{ Value: "secret.example.com" }] },
        { Name: `c.${NAME}.`, Type: "TXT", ResourceRecords: [{ Value: "hunter2" }] },
        { Name: `d.${NAME}.`, Type: "A", SetIdentifier: "1", AliasTarget: alias },
        { Name: `d.${NAME}.`, Type: "A", SetIdentifier: "2", ResourceRecords: [{ Value: "10.1.2.3" }] },
        { Name: `e.${NAME}.`, Type: "A", SetIdentifier: "1", AliasTarget: alias, GeoLocation: { CountryCode: "US" } },
      ),
    ).toEqual([
      { name: `a.${NAME}`, type: "A" },
      { name: `b.${NAME}`, type: "CNAME" },
      { name: `c.${NAME}`, type: "TXT" },
      { name: `d.${NAME}`, type: "A" },
      { name: `e.${NAME}`, type: "A" },
    ]);
  });

  it("have a name once, by what leads to an IPv4 address", () => {
    expect(
      recordsOf(
        { Name: `${NAME}.`, Type: "AAAA", AliasTarget: alias },
        { Name: `${NAME}.`, Type: "A", AliasTarget: alias },
        { Name: `${NAME}.`, Type: "NS", ResourceRecords: [{ Value: "ns-0.awsdns-00.com." }] },
        { Name: `${NAME}.`, Type: "SOA", ResourceRecords: [{ Value: "ns-0.awsdns-00.com. x 1" }] },
      ),
    ).toEqual([{ name: NAME, type: "A", target: ENDPOINT }]);
    expect(recordsOf({ Name: `${NAME}.`, Type: "NS" }, { Name: `${NAME}.`, Type: "SOA" })).toEqual([]);
  });

  it("lead where each of several that a routing policy chooses among leads, and one answers everywhere", () => {
    const one = (SetIdentifier: string, CountryCode?: string): ResourceRecordSet => ({
      ...{ Name: `${NAME}.`, Type: "A", SetIdentifier, AliasTarget: alias },
      ...(CountryCode === undefined ? {} : { GeoLocation: { CountryCode } }),
    });
    const answer = [{ name: NAME, type: "A", target: ENDPOINT }];
    expect(recordsOf(one("a"))).toEqual(answer);
    expect(recordsOf(one("a"), one("b"))).toEqual(answer);
    expect(recordsOf(one("a", "US"), one("b", "*"))).toEqual(answer);
    const located = { ...one("a"), CidrRoutingConfig: { CollectionId: "c", LocationName: "office" } };
    expect(recordsOf(located)).toEqual([{ name: NAME, type: "A" }]);
  });

  it("write a wildcard as people do", () => {
    expect(recordsOf({ Name: `\\052.${NAME}.`, Type: "A", AliasTarget: alias })).toMatchObject([{ name: `*.${NAME}` }]);
  });

  it("leave out names that cannot be AWS's", () => {
    const zone = { HostedZoneId: "Z1", Name: "com.", Owner: {} };
    const records: ResourceRecordSet[] = [
      { Name: "shop.example.com.", Type: "A" },
      { Name: "*.com.", Type: "A" },
      { Name: "amazonaws.com.", Type: "A" },
    ];
    expect(hostedZonesOf([{ zone, records }])[0]?.records?.map(({ name }) => name)).toEqual(["*.com", "amazonaws.com"]);
  });
});

describe("the Resolver rules that Route 53 Resolver answers", () => {
  it("are sorted, each with its domain and its type, and nothing of the servers", () => {
    const TargetIps = [{ Ip: "10.1.2.3", Port: 53 }];
    expect(
      resolverRulesOf([
        { Id: "rslvr-rr-2", DomainName: ".", RuleType: "FORWARD", TargetIps },
        { Id: "rslvr-rr-1", DomainName: "Corp.Example.com.", RuleType: "SYSTEM", Name: "corp" },
      ]),
    ).toEqual([
      { id: "rslvr-rr-1", domain: "corp.example.com", type: "SYSTEM" },
      { id: "rslvr-rr-2", domain: ".", type: "FORWARD" },
    ]);
  });
});
