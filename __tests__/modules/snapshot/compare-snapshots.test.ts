import { describe, expect, it } from "vitest";
import { compareSnapshots } from "../../../modules/snapshot/compare-snapshots";
import {
  changed,
  ENDPOINT_GROUP,
  ENDPOINT_IDS,
  HTTPS_RULE,
  legacyNetwork,
  PRIVATE_A,
  PRIVATE_TABLE,
} from "./legacy-network";

const network = legacyNetwork();

function rulesWithout(rule: string) {
  const group = network.securityGroups.find(({ id }) => id === ENDPOINT_GROUP);
  return group?.rules.filter(({ id }) => id !== rule) ?? [];
}

describe("compareSnapshots", () => {
  it("finds nothing where nothing has changed", () => {
    expect(compareSnapshots(network, legacyNetwork())).toEqual([]);
  });

  it.each([
    [
      "a value",
      { ...network, vpc: { ...network.vpc, enableDnsHostnames: false } },
      ["~ vpc-0123456789abcdef0 › enableDnsHostnames: true is now false"],
    ],
    [
      "a thing that is gone, once",
      { ...network, endpoints: network.endpoints.slice(1) },
      [`- ${ENDPOINT_IDS.s3}: com.amazonaws.eu-west-1.s3`],
    ],
    [
      "a route that has come",
      changed(network, "routeTables", PRIVATE_TABLE, { routes: [{ destination: "0.0.0.0/0", target: "nat-1" }] }),
      [`+ ${PRIVATE_TABLE} › routes › destination 0.0.0.0/0, target nat-1`],
    ],
    [
      "a rule that is gone",
      changed(network, "securityGroups", ENDPOINT_GROUP, { rules: rulesWithout(HTTPS_RULE) }),
      [
        `- ${ENDPOINT_GROUP} › rules › sgr-0a000000000000010: direction ingress, protocol tcp, fromPort 443, toPort 443, peer 172.20.0.0/16`,
      ],
    ],
    ["another name", changed(network, "subnets", PRIVATE_A, { name: "app" }), [`~ ${PRIVATE_A}: private-a is now app`]],
    [
      "a policy",
      changed(network, "endpoints", ENDPOINT_IDS.logs, { policy: {} }),
      [expect.stringMatching(/^~ vpce-0a000000000000004 › policy: \{.*\} is now \{\}$/)],
    ],
    [
      "other DHCP options",
      { ...network, vpc: { ...network.vpc, dhcpOptions: { id: "dopt-2", domainNameServers: ["10.0.0.2"] } } },
      [
        "- vpc-0123456789abcdef0 › dhcpOptions › dopt-0d0c0b0a09080706: domainNameServers AmazonProvidedDNS",
        "+ vpc-0123456789abcdef0 › dhcpOptions › dopt-2: domainNameServers 10.0.0.2",
      ],
    ],
    [
      "an internet gateway that is gone",
      { ...network, internetGateways: [] },
      ["- internetGateways › igw-0a000000000000010: igw-0a000000000000010"],
    ],
    [
      "a private hosted zone that has come, once",
      { ...network, hostedZones: [{ id: "Z1", name: "a.internal", records: [{ name: "b.a.internal", type: "A" }] }] },
      ["+ Z1: a.internal"],
    ],
  ])("shows %s", (_, now, lines) => {
    expect(compareSnapshots(network, now)).toEqual(lines);
  });

  it("does not compare what one of them has not read", () => {
    const { hostedZones: _, resolverRules: __, ...unread } = network;
    const zones = { ...network, hostedZones: [{ id: "Z1", name: "orders.internal" }] };
    expect(compareSnapshots(unread, zones)).toEqual([]);
    expect(compareSnapshots(zones, unread)).toEqual([]);
  });
});
