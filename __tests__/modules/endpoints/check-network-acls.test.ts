import { describe, expect, it } from "vitest";
import { type Network, PrivateNetwork, type SubnetSpec } from "../../../modules";
import { checkGeneratedAcls, checkPassage } from "../../../modules/endpoints/check-network-acls";
import { subnetsOfAcls } from "../../../modules/endpoints/network-acl-subnets";
import { legacyNetwork } from "../../support/orders";
import { newStack } from "../../support/synth";

const PUBLIC: SubnetSpec = { name: "public", tier: "public", availabilityZone: "eu-west-1a", cidrBlock: "10.0.1.0/24" };

function problems(network: Network, isSecond = false): readonly string[] {
  return [...checkGeneratedAcls(network, subnetsOfAcls(network), isSecond)].map(({ problem }) => problem);
}

describe("network ACLs that are to be generated", () => {
  it("are refused for a VPC that stands", () => {
    expect(problems(legacyNetwork)).toEqual(['the VPC of "legacy" is not created here']);
  });

  it("are refused where no subnet is isolated, and where there are some already", () => {
    const network = new PrivateNetwork(newStack(), "network", { region: "eu-west-1", subnets: [PUBLIC] });
    expect(problems(network)).toEqual(['"test-network" has no isolated subnet']);
    const isolated = new PrivateNetwork(newStack(), "network", { region: "eu-west-1" });
    expect(problems(isolated)).toEqual([]);
    expect(problems(isolated, true)).toHaveLength(1);
    // What leaves all subnets for tasks alike leaves none of them isolated.
    expect(subnetsOfAcls({ ...isolated, wayOut: "nat-gateway" }).size).toBe(0);
  });

  it("let pass what is a port, and a block that is written out", () => {
    const codes = (passage: Parameters<typeof checkPassage>[0]) => [...checkPassage(passage)].map(({ code }) => code);
    expect(codes({ port: 5432, cidrBlock: "10.20.0.0/16" })).toEqual([]);
    expect(codes({ port: 0 })).toEqual(["port-out-of-range"]);
    expect(codes({ port: 1.5 })).toEqual(["port-out-of-range"]);
    expect(codes({ port: 443, cidrBlock: "${TfToken[TOKEN.1]}" })).toEqual(["network-acls-invalid"]);
    expect(codes({ port: 443, cidrBlock: "fd00::/8" })).toEqual(["network-acls-invalid"]);
  });

  it("let pass the calls to a service that go by a gateway endpoint", () => {
    const codes = (passage: Parameters<typeof checkPassage>[0]) => [...checkPassage(passage)].map(({ code }) => code);
    expect(codes({ port: 443, service: "s3" })).toEqual([]);
    expect(codes({ port: 80, service: "s3" })).toEqual(["network-acls-invalid"]);
    expect(codes({ port: 443, service: "s3", direction: "ingress" })).toEqual(["network-acls-invalid"]);
    expect(codes({ port: 443, service: "s3", cidrBlock: "10.0.0.0/8" })).toEqual(["network-acls-invalid"]);
  });
});
