import { describe, expect, it } from "vitest";
import { withTransitHub } from "../support/endpoint-hub";
import { type Block, dependency } from "../support/terraform-fixture";

const ALL = { rule_no: 1, action: "allow", protocol: "-1", from_port: 0, to_port: 0, cidr_block: "0.0.0.0/0" };

/** The hub attached by subnets of its own, with a network ACL in some of them. */
function withGates(subnets: readonly string[], rules: Block) {
  const gates = ["gate_a", "gate_b"];
  const network = withTransitHub().set("aws_ec2_transit_gateway_vpc_attachment.hub", {
    subnet_ids: gates.map((name) => `\${aws_subnet.${name}.id}`),
  });
  gates.forEach((name, index) => {
    network.add(`aws_subnet.${name}`, {
      ...{ vpc_id: "${aws_vpc.hub.id}", availability_zone: `eu-west-1${name.at(-1)}` },
      cidr_block: `10.1.99.${index * 16}/28`,
    });
  });
  return network.add("aws_network_acl.gate", {
    vpc_id: "${aws_vpc.hub.id}",
    subnet_ids: subnets.map((name) => `\${aws_subnet.${name}.id}`),
    ...{ ingress: [ALL], egress: [ALL], ...rules },
  });
}

describe("network ACLs of the subnets by which VPCs are attached", () => {
  it.each<[string, Block]>([
    ["all", {}],
    [
      "only what goes to the endpoints, and what comes from there",
      {
        ingress: [{ ...ALL, cidr_block: "10.1.0.0/16" }],
        egress: [{ ...ALL, cidr_block: "10.1.0.0/16" }],
      },
    ],
  ])("let the call and its answer pass where they admit %s", (_, rules) => {
    expect(withGates(["gate_a", "gate_b"], rules).prove().verdict).toBe("proved");
  });

  it.each<[string, Block]>([
    ["the call out", { egress: [] }],
    ["the answer in", { ingress: [] }],
  ])("block it where they do not let %s", (_, rules) => {
    const proof = withGates(["gate_a", "gate_b"], rules).prove();
    expect(dependency(proof, "logs").issue).toMatchObject({ code: "network-acl-blocks", path: "aws_network_acl.gate" });
  });

  it("are not known to block it where they are not alike", () => {
    const proof = withGates(["gate_a"], { egress: [] }).prove();
    expect(dependency(proof, "logs").issue).toMatchObject({
      code: "network-acl-unknown",
      path: "aws_vpc_endpoint.logs",
    });
  });
});

/** The VPCs attached by the subnets of the tasks and of the endpoints themselves, with a network ACL in some of them. */
function withAcl(vpc: "main" | "hub", subnets: readonly string[], rules: Block) {
  return withTransitHub().add("aws_network_acl.own", {
    vpc_id: `\${aws_vpc.${vpc}.id}`,
    subnet_ids: subnets.map((name) => `\${aws_subnet.${name}.id}`),
    ...{ ingress: [ALL], egress: [ALL], ...rules },
  });
}

/** Tasks, and the endpoint of the logs, in one zone. */
function inOneZone(network: ReturnType<typeof withAcl>) {
  return network
    .set("aws_ecs_service.orders", { network_configuration: [ONE_SUBNET] })
    .set("aws_vpc_endpoint.logs", { subnet_ids: ["${aws_subnet.hub_a.id}"] });
}

const ONE_SUBNET = { subnets: ["${aws_subnet.app_a.id}"], security_groups: ["${aws_security_group.task.id}"] };
const issueOfLogs = (network: ReturnType<typeof withAcl>) => dependency(network.prove(), "logs").issue;

describe("network ACLs of a subnet by which its VPC is attached", () => {
  const FROM_HUB = { ...ALL, action: "deny", cidr_block: "10.1.0.0/16" };
  const FROM_SPOKE = { ...ALL, action: "deny", cidr_block: "10.0.0.0/16" };
  const EVERYTHING_ELSE = { ...ALL, rule_no: 2 };

  it.each<["main" | "hub", string, Block]>([
    ["main", "app_a", { ingress: [FROM_HUB, EVERYTHING_ELSE] }],
    ["hub", "hub_a", { ingress: [FROM_SPOKE, EVERYTHING_ELSE] }],
  ])("in %s are not asked by what comes out of the transit gateway for that subnet", (vpc, subnet, rules) => {
    expect(issueOfLogs(inOneZone(withAcl(vpc, [subnet], rules)))).toBeUndefined();
  });

  it("are not asked by what others send through it from another zone", () => {
    const others = { ingress: [{ ...ALL, action: "deny", cidr_block: "10.0.2.0/24" }, EVERYTHING_ELSE] };
    expect(issueOfLogs(withAcl("main", ["app_a"], others))).toBeUndefined();
  });

  it.each<["main" | "hub", string, Block]>([
    ["main", "app_a", { egress: [FROM_HUB, EVERYTHING_ELSE] }],
    ["hub", "hub_a", { egress: [FROM_SPOKE, EVERYTHING_ELSE] }],
  ])("in %s are asked by what leaves that subnet for the transit gateway", (vpc, subnet, rules) => {
    const issue = issueOfLogs(inOneZone(withAcl(vpc, [subnet], rules)));
    expect(issue).toMatchObject({ code: "network-acl-blocks", path: "aws_network_acl.own" });
  });

  it("are asked by what comes in another zone", () => {
    const network = withAcl("hub", ["hub_b"], { ingress: [FROM_SPOKE, EVERYTHING_ELSE] })
      .set("aws_ecs_service.orders", { network_configuration: [ONE_SUBNET] })
      .set("aws_vpc_endpoint.logs", { subnet_ids: ["${aws_subnet.hub_b.id}"] });
    expect(issueOfLogs(network)).toMatchObject({ code: "network-acl-blocks", path: "aws_network_acl.own" });
  });

  it.each<[string, (network: ReturnType<typeof withAcl>) => unknown]>([
    [
      "the attachment is in appliance mode",
      (network) => network.set("aws_ec2_transit_gateway_vpc_attachment.hub", { appliance_mode_support: "enable" }),
    ],
    [
      "the attachment is elsewhere",
      (network) => {
        network.remove("aws_ec2_transit_gateway_vpc_attachment.hub").remove("aws_ec2_transit_gateway.hub");
        const elsewhere = { transit_gateway_id: "tgw-0123456789abcdef0" };
        network.set("aws_ec2_transit_gateway_vpc_attachment.main", elsewhere);
        network.set("aws_route.to_hub", elsewhere).set("aws_route.to_spoke", elsewhere);
      },
    ],
  ])("are not known to be asked where %s", (_, change) => {
    const network = inOneZone(withAcl("hub", ["hub_a"], { ingress: [FROM_SPOKE, EVERYTHING_ELSE] }));
    change(network);
    expect(issueOfLogs(network)).toMatchObject({ code: "network-acl-unknown", path: "aws_vpc_endpoint.logs" });
  });
});
