import { describe, expect, it } from "vitest";
import { FargateService, VpcEndpoints } from "../../../modules";
import { existingNetwork } from "../../../modules/network/snapshot-network";
import { proveReachability } from "../../../modules/reachability/prove-reachability";
import { ordersTask } from "../../support/orders";
import { synth } from "../../support/synth";
import { changed, ENDPOINT_IDS, legacyNetwork, PRIVATE_A, PRIVATE_TABLE } from "../snapshot/legacy-network";

const network = legacyNetwork();

describe("existingNetwork", () => {
  it("has the facts of the snapshot, and tells what a subnet is for by where its route table leads", () => {
    const { name, region, vpcId, cidrBlock, dns, subnets, endpoints } = existingNetwork(network);
    expect({ name, region, vpcId, cidrBlock, dns }).toEqual({
      name: "legacy",
      region: "eu-west-1",
      vpcId: "vpc-0123456789abcdef0",
      cidrBlock: "172.20.0.0/16",
      dns: { support: true, hostnames: true },
    });
    expect(subnets.map((subnet) => [subnet.name, subnet.tier, subnet.routeTableId, subnet.wayOut])).toEqual([
      ["private-a", "shared", PRIVATE_TABLE, undefined],
      ["private-b", "shared", PRIVATE_TABLE, undefined],
      ["public-a", "public", "rtb-0b000000000000020", undefined],
    ]);
    expect(endpoints).toEqual([
      { type: "Gateway", service: "s3", prefixListId: "pl-6da54004" },
      ...["ecr.api", "ecr.dkr", "logs"].map((service) => ({
        type: "Interface",
        service,
        securityGroupIds: ["sg-0e000000000000010"],
      })),
    ]);
  });

  it.each([
    ["nat-0a000000000000010", "nat-gateway"],
    ["tgw-0a000000000000010", { name: "tgw-0a000000000000010" }],
  ])("has the way out by %s", (target, wayOut) => {
    const routes = [{ destination: "0.0.0.0/0", target }];
    const [first] = existingNetwork(changed(network, "routeTables", PRIVATE_TABLE, { routes })).subnets;
    expect(first).toMatchObject({ tier: "shared", wayOut });
  });

  it("takes the subnets, tiers and name that are asked for, by names or ids", () => {
    const options = { name: "orders", subnets: ["private-b", PRIVATE_A], tiers: { "private-b": "endpoint" as const } };
    const { name, subnets } = existingNetwork(network, options);
    expect([name, ...subnets.map((subnet) => `${subnet.name} ${subnet.tier}`)]).toEqual([
      "orders",
      "private-a shared",
      "private-b endpoint",
    ]);
  });

  it("refuses subnets that the snapshot does not have, all at once", () => {
    const options = { subnets: ["privat-a", "private-b"], tiers: { other: "endpoint" as const } };
    expect(() => existingNetwork(network, options)).toThrow(
      /has 2 problems[\s\S]*existing-subnet-unknown[\s\S]*"private-a"/,
    );
  });

  it("calls subnets of the same name by their ids, and makes names that construct ids can have", () => {
    const same = { ...network, subnets: network.subnets.map((subnet) => ({ ...subnet, name: "private" })) };
    expect(existingNetwork(same).subnets.map(({ name, id }) => name === id)).toEqual([true, true, true]);
    const odd = changed(network, "subnets", PRIVATE_A, { name: " app / zone a " });
    expect(existingNetwork(odd).subnets[0]?.name).toBe("app-zone-a");
  });

  it("does not count endpoints that take no calls by the names of the service", () => {
    const off = changed(network, "endpoints", ENDPOINT_IDS.logs, { privateDnsEnabled: false });
    const pending = changed(off, "endpoints", ENDPOINT_IDS["ecr.api"], { state: "pending" });
    expect(existingNetwork(pending).endpoints?.map(({ service }) => service)).toEqual(["s3", "ecr.dkr"]);
  });

  it("proves a service in it without a word, and the JSON alone proves it again", () => {
    const { text } = synth((stack) => {
      new FargateService(stack, "service", { network: existingNetwork(network), task: ordersTask });
    });
    const proof = proveReachability([JSON.parse(text)]);
    expect(proof.conflicts).toEqual([]);
    expect(proof.verdict).toBe("proved");
  });

  it("keeps a snapshot once for a stack, also where endpoints are added", () => {
    const withoutLogs = { ...network, endpoints: network.endpoints.filter(({ id }) => id !== ENDPOINT_IDS.logs) };
    const existing = existingNetwork(withoutLogs);
    const json = JSON.parse(
      synth((stack) => {
        const endpoints = new VpcEndpoints(stack, "endpoints", { network: existing, services: ["logs"] });
        new FargateService(stack, "service", { network: existing, endpoints, task: ordersTask });
      }).text,
    );
    expect(json["//"].privateFargate.networks).toEqual([JSON.parse(JSON.stringify(withoutLogs))]);
    expect(proveReachability([json]).verdict).toBe("proved");
  });
});
