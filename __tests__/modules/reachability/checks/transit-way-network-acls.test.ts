import { describe, expect, it } from "vitest";
import { inEgress, withEgressVpc } from "../support/egress-vpc";
import { type Block, dependency, type TerraformFixture } from "../support/terraform-fixture";

const ALL = { rule_no: 10, action: "allow", protocol: "-1", from_port: 0, to_port: 0, cidr_block: "0.0.0.0/0" };
/** Everything but what goes to or comes from the VPC of the tasks. */
const NOT_TASKS = [{ ...ALL, rule_no: 1, action: "deny", cidr_block: "10.0.0.0/16" }, ALL];
/** Everything but what goes to or comes from public addresses. */
const NOT_PUBLIC = [{ ...ALL, cidr_block: "10.0.0.0/8" }];

type Vpc = "main" | "egress";

/** A network ACL in some subnets, which admits everything where nothing else is said. */
function withAcl(network: TerraformFixture, vpc: Vpc, subnets: readonly string[], rules: Block): TerraformFixture {
  return network.add("aws_network_acl.own", {
    vpc_id: `\${aws_vpc.${vpc}.id}`,
    subnet_ids: subnets.map((name) => `\${aws_subnet.${name}.id}`),
    ...{ ingress: [ALL], egress: [ALL], ...rules },
  });
}

/** The network with the tasks' VPC attached by subnets of their own. */
function withOwnGates(): TerraformFixture {
  const network = withEgressVpc();
  for (const [index, zone] of ["a", "b"].entries()) {
    network.add(`aws_subnet.entry_${zone}`, {
      ...inEgress(`10.0.90.${index * 16}/28`, zone),
      vpc_id: "${aws_vpc.main.id}",
    });
  }
  const subnets = ["${aws_subnet.entry_a.id}", "${aws_subnet.entry_b.id}"];
  return network.set("aws_ec2_transit_gateway_vpc_attachment.main", { subnet_ids: subnets });
}

const logsOf = (network: TerraformFixture) => dependency(network.prove(), "logs");

const ENTRIES = ["entry_a", "entry_b"];
const GATES = ["gate_a", "gate_b"];
const NATS = ["public_a", "public_b"];
const TASKS = ["app_a", "app_b"];

describe("network ACLs on the way to a NAT gateway in another VPC", () => {
  it.each<[string, Vpc, readonly string[]]>([
    ["where the tasks' VPC is attached", "main", ENTRIES],
    ["where the egress VPC is attached", "egress", GATES],
    ["of the NAT gateways", "egress", NATS],
  ])("let the call and its answer pass: those %s", (_, vpc, subnets) => {
    expect(logsOf(withAcl(withOwnGates(), vpc, subnets, {})).verdict).toBe("proved");
  });

  it.each<[string, Vpc, readonly string[], Block]>([
    ["the call into the transit gateway", "main", ENTRIES, { ingress: NOT_TASKS }],
    ["the answer out to the task", "main", ENTRIES, { egress: NOT_TASKS }],
    ["the call out to public addresses", "egress", GATES, { egress: NOT_PUBLIC }],
    ["the answer of public addresses", "egress", GATES, { ingress: NOT_PUBLIC }],
    ["the call into the subnet of the NAT gateway", "egress", NATS, { ingress: NOT_TASKS }],
    ["the answer out of it", "egress", NATS, { egress: NOT_TASKS }],
    ["the call out of it", "egress", NATS, { egress: NOT_PUBLIC }],
    ["the answer into it", "egress", NATS, { ingress: NOT_PUBLIC }],
    ["the answer into the task's subnet", "main", TASKS, { ingress: NOT_PUBLIC }],
  ])("block it where they do not let %s", (_, vpc, subnets, rules) => {
    expect(logsOf(withAcl(withOwnGates(), vpc, subnets, rules)).issue).toMatchObject({
      code: "network-acl-blocks",
      path: "aws_network_acl.own",
    });
  });

  it.each<[string, Vpc, readonly string[], Block]>([
    ["the transit gateway's subnets, of what only the others meet", "main", ENTRIES, { ingress: NOT_PUBLIC }],
    ["the egress VPC's subnets, of what only the others meet", "egress", GATES, { egress: NOT_TASKS }],
  ])("are not asked by what does not pass them: those of %s", (_, vpc, subnets, rules) => {
    expect(logsOf(withAcl(withOwnGates(), vpc, subnets, rules)).verdict).toBe("proved");
  });

  it("are not asked by answers that come out of a transit gateway in the task's own subnet", () => {
    expect(logsOf(withAcl(withEgressVpc(), "main", TASKS, { ingress: NOT_PUBLIC })).verdict).toBe("proved");
  });

  it("are not known to let it pass where they are not alike, and packets may come by any", () => {
    const network = withAcl(withOwnGates(), "egress", ["gate_a"], { egress: NOT_PUBLIC });
    network.set("aws_ec2_transit_gateway_vpc_attachment.egress", { appliance_mode_support: "enable" });
    expect(logsOf(network).issue).toMatchObject({ code: "network-acl-unknown", path: "aws_subnet.public_a" });
  });

  it("are asked by calls to hosts on the internet as well", () => {
    const network = withOwnGates();
    const text = String(network.at("aws_ecs_task_definition.orders")["container_definitions"]);
    network.set("aws_ecs_task_definition.orders", {
      container_definitions: text.replace(/"image":"[^"]+"/, '"image":"nginx:1.29"'),
    });
    expect(network.prove().verdict).toBe("proved");
    const codes = withAcl(network, "egress", GATES, { egress: NOT_PUBLIC })
      .prove()
      .tasks.flatMap(({ dependencies }) =>
        dependencies.flatMap(({ service, issue }) => (issue === undefined ? [] : [`${service} ${issue.code}`])),
      );
    expect(codes).toEqual(["logs network-acl-blocks", "docker.io network-acl-blocks"]);
  });
});
