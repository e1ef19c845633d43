import { describe, expect, it } from "vitest";
import { type ExistingEndpoint, Peer, VpcEndpoints } from "../../../modules";
import { endpointEgress } from "../../../modules/endpoints/endpoint-egress";
import { legacyNetwork } from "../../support/orders";
import { newStack } from "../../support/synth";

const egressTo = (...endpoints: ExistingEndpoint[]) => endpointEgress({ ...legacyNetwork, endpoints }, undefined);

describe("endpointEgress", () => {
  it("leads to the endpoints that are created: one security group, and a prefix list each", () => {
    const endpoints = new VpcEndpoints(newStack(), "endpoints", {
      network: legacyNetwork,
      services: ["s3", "dynamodb", "logs", "sqs"],
    });
    expect(endpointEgress(legacyNetwork, endpoints)).toMatchObject({
      endpoints: { peer: { kind: "security-group" }, port: 443, description: "to the interface endpoints" },
      dynamodb: { peer: { kind: "prefix-list" }, port: 443, description: "to the dynamodb gateway endpoint" },
      s3: { peer: { kind: "prefix-list" }, port: 443, description: "to the s3 gateway endpoint" },
    });
    expect(Object.keys(endpointEgress(legacyNetwork, endpoints))).toHaveLength(3);
  });

  it("leads nowhere without endpoints", () => {
    expect(endpointEgress(legacyNetwork, undefined)).toEqual({});
  });

  it("leads to existing endpoints, each security group once", () => {
    expect(
      egressTo(
        { type: "Interface", service: "ecr.api", securityGroupIds: ["sg-1"] },
        { type: "Interface", service: "ecr.dkr", securityGroupIds: ["sg-1"] },
        { type: "Interface", service: "logs", securityGroupIds: ["sg-1", "sg-2"] },
      ),
    ).toEqual({
      "ecr-api": { peer: Peer.securityGroup("sg-1"), port: 443, description: "to the ecr.api interface endpoint" },
      "logs-1": { peer: Peer.securityGroup("sg-2"), port: 443, description: "to the logs interface endpoint" },
    });
  });

  it("leads to both endpoints of s3 where a network has both", () => {
    const gateway: ExistingEndpoint = { type: "Gateway", service: "s3", prefixListId: "pl-1" };
    const interfaces: ExistingEndpoint = { type: "Interface", service: "s3", securityGroupIds: ["sg-1"] };
    const rules = egressTo(gateway, interfaces);
    expect(rules).toMatchObject({
      s3: { peer: Peer.prefixList("pl-1") },
      "s3-interface": { peer: Peer.securityGroup("sg-1") },
    });
    expect(egressTo(interfaces, gateway)).toEqual(rules);
  });

  it("opens the port on which the service answers", () => {
    expect(egressTo({ type: "Interface", service: "cassandra", securityGroupIds: ["sg-1"] })).toMatchObject({
      "cassandra-9142": { port: 9142 },
    });
  });
});
