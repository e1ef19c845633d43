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
