import { describe, expect, it } from "vitest";
import { drawTopology } from "../../../modules/drawing/draw-topology";
import { proveReading, readDocuments } from "../../../modules/reachability/prove-reachability";
import type { Part, Topology } from "../../../modules/topology/topology";
import { topologyAsMermaid } from "../../../modules/topology/topology-as-mermaid";
import { topologyOf } from "../../../modules/topology/topology-of";
import { createStacks } from "../../../stacks";
import { synthApp } from "../../support/synth";
import { withEgressVpc } from "../reachability/support/egress-vpc";
import { withEndpointHub, withTransitHub } from "../reachability/support/endpoint-hub";
import { isolatedNetwork, policy, withNatGateway } from "../reachability/support/isolated-network";
import { sampleStack } from "../reachability/support/sample-stacks";
import { TerraformFixture } from "../reachability/support/terraform-fixture";

function topology(...fixtures: readonly TerraformFixture[]): Topology {
  const reading = readDocuments(fixtures.map(({ json }) => json));
  return topologyOf(reading, proveReading(reading));
}

const shown = ({ kind, name }: Part) => `${kind} ${name}`;
const allParts = ({ vpcs, outside }: Topology): Part[] => [
  ...vpcs.flatMap(({ parts, zones }) => [
    ...parts,
    ...zones.flatMap(({ subnets }) => subnets.flatMap((each) => each.parts)),
  ]),
  ...outside,
];

/** The ends of ways and links are parts. */
function expectWhole(network: Topology): void {
  const ids = allParts(network).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { from, through } of network.ways) {
    for (const id of [from, ...through]) expect(ids).toContain(id);
  }
  for (const { from, to } of network.links) {
    for (const id of [from, to]) expect(ids).toContain(id);
  }
}

describe("the topology of a network", () => {
  it("has the VPC, its zones, subnets by tier, and what stands in each", () => {
    const network = topology(sampleStack("isolated-service"));
    expectWhole(network);
    expect(network.verdict).toBe("proved");
    const [vpc] = network.vpcs;
    expect(vpc).toMatchObject({ name: "isolated-service", region: "ap-northeast-1", cidr: "10.0.0.0/16" });
    expect(vpc?.parts.map(shown)).toEqual(["gateway-endpoint s3", "internet-gateway isolated-service"]);
    expect(vpc?.zones.map(({ name, subnets }) => [name, subnets.map(({ tier }) => tier)])).toEqual([
      ["ap-northeast-1a", ["public", "isolated"]],
      ["ap-northeast-1c", ["public", "isolated"]],
    ]);
    expect(vpc?.zones[0]?.subnets[1]?.parts.map(shown)).toContain("task isolated-service");
    expect(network.links).toHaveLength(2);
  });

  it("leads each call to the endpoint in the task's zone", () => {
    const network = topology(sampleStack("isolated-service"));
    const toLogs = network.ways.filter(({ service }) => service === "logs");
    expect(toLogs.map(({ from, through }) => [from.split(" in ")[1], through[0]?.split(" in ")[1]])).toEqual([
      ["aws_subnet.network_subnet-isolated-a_19463357", "aws_subnet.network_subnet-isolated-a_19463357"],
      ["aws_subnet.network_subnet-isolated-b_6B5E61E1", "aws_subnet.network_subnet-isolated-b_6B5E61E1"],
    ]);
  });

  it("says what is broken first, and where", () => {
    const network = topology(isolatedNetwork().set("aws_vpc_endpoint.logs", { private_dns_enabled: false }));
    expect(network.verdict).toBe("broken");
    expect(network.ways.find(({ service }) => service === "logs")).toMatchObject({
      verdict: "broken",
      trouble: { hop: "name-resolution", text: "aws_vpc_endpoint.logs: private DNS is off for aws_vpc_endpoint.logs" },
    });
  });

  it("leads a call without an endpoint out of the VPC, by the gateways on its way", () => {
    const network = topology(withNatGateway(isolatedNetwork().remove("aws_vpc_endpoint.logs")));
    expectWhole(network);
    expect(network.outside.map(shown)).toEqual(["service logs"]);
    expect(network.ways.find(({ service }) => service === "logs")?.through).toEqual([
      "aws_nat_gateway.main in aws_subnet.public",
      "aws_internet_gateway.main",
      "logs",
    ]);
  });

  it("leads a call over a transit gateway to the NAT gateway of its zone in an egress VPC", () => {
    const network = topology(withEgressVpc());
    expectWhole(network);
    const ways = network.ways.filter(({ service }) => service === "logs").map(({ through }) => through);
    const over = (zone: string) => [
      "aws_ec2_transit_gateway_vpc_attachment.main in aws_vpc.main",
      "aws_ec2_transit_gateway.hub",
      "aws_ec2_transit_gateway_vpc_attachment.egress in aws_vpc.egress",
      `aws_nat_gateway.${zone} in aws_subnet.public_${zone}`,
      "aws_internet_gateway.egress",
      "logs",
    ];
    expect(ways).toEqual([over("a"), over("b")]);
  });

  it("ends a call that arrives nowhere at the service", () => {
    const network = topology(isolatedNetwork().remove("aws_vpc_endpoint.logs"));
    expectWhole(network);
    expect(network.ways.find(({ service }) => service === "logs")).toMatchObject({
      through: ["logs"],
      verdict: "broken",
    });
  });

  it("passes from VPC to VPC by what connects them", () => {
    const peered = topology(withEndpointHub());
    const attached = topology(withTransitHub());
    for (const network of [peered, attached]) expectWhole(network);
    const kinds = (network: Topology) =>
      network.ways
        .find(({ service }) => service === "logs")
        ?.through.map((id) => allParts(network).find((part) => part.id === id)?.kind);
    expect(kinds(peered)).toEqual(["peering", "peering", "interface-endpoint"]);
    expect(kinds(attached)).toEqual(["transit-gateway", "transit-gateway", "transit-gateway", "interface-endpoint"]);
  });

  const stacks = ["private-link-provider", "private-link-consumer"];
  const privateLink = [...synthApp(createStacks, { stacks }).values()].map(
    ({ text }) => new TerraformFixture(JSON.parse(text)),
  );

  it("joins the endpoint of one stack with the service of another, and the service with its load balancer", () => {
    const network = topology(...privateLink);
    expectWhole(network);
    const kindOf = (id: string) => allParts(network).find((part) => part.id === id)?.kind;
    expect(network.links.map(({ from, to }) => [kindOf(from), kindOf(to)])).toEqual([
      ["interface-endpoint", "endpoint-service"],
      ["endpoint-service", "load-balancer"],
    ]);
  });

  it("shows an instance where it stands", () => {
    const parts = allParts(topology(sampleStack("ecr-instance")));
    expect(parts.filter(({ kind }) => kind === "instance")).toHaveLength(1);
  });

  it("tells what is broken beside the calls", () => {
    const trust = policy({ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" });
    const network = topology(isolatedNetwork().set("aws_iam_role.execution", { assume_role_policy: trust }));
    expect(network.verdict).toBe("broken");
    expect(network.ways.map(({ verdict }) => verdict)).not.toContain("broken");
    expect(network.findings).toMatchObject([
      { verdict: "broken", text: expect.stringContaining("aws_iam_role.execution") },
    ]);
    expect(drawTopology(network)).toContain("; beside the calls one thing is broken");
    expect(topologyAsMermaid(network)).toMatch(/\["aws_iam_role\.execution.*"\]:::broken/);
    expect(topology(isolatedNetwork()).findings).toBeUndefined();
  });

  it("loses nothing of which it is not known where it stands", () => {
    const network = topology(
      isolatedNetwork()
        .remove("aws_subnet.app_a")
        .set("aws_ecs_service.orders", { network_configuration: { subnets: ["subnet-0abc"] } }),
    );
    expectWhole(network);
    const nowhere = network.vpcs.find(({ name }) => name === "a VPC that is not known");
    expect(
      nowhere?.zones.flatMap(({ name, subnets }) => subnets.map((each) => [name, each.name, each.tier])),
    ).toContainEqual([undefined, "subnet-0abc", "unknown"]);
  });

  it("does not depend on the order in which resources are written", () => {
    const { json } = sampleStack("dedicated-endpoint-subnets");
    const reversed = Object.fromEntries(
      Object.entries(json.resource)
        .reverse()
        .map(([type, blocks]) => [type, Object.fromEntries(Object.entries(blocks).reverse())]),
    );
    const [one, other] = [json, { ...json, resource: reversed }].map((each) => {
      const reading = readDocuments([each]);
      return topologyOf(reading, proveReading(reading));
    });
    expect(other).toEqual(one);
  });
});
