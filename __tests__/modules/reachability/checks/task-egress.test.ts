import { describe, expect, it } from "vitest";
import { interfaceEndpoint, isolatedNetwork, rule, withRule } from "../support/isolated-network";
import { type Block, dependency, hop } from "../support/terraform-fixture";

const EGRESS = "aws_vpc_security_group_egress_rule.endpoint";

const EGRESS_S3 = "aws_vpc_security_group_egress_rule.s3";

describe("I6: the task's security group lets the call out", () => {
  it("holds, and names the rule", () => {
    expect(hop(isolatedNetwork().prove(), "logs", "task-security-group")).toBe(
      `proved: ${EGRESS} lets the call out to aws_vpc_endpoint.logs`,
    );
  });

  it.each<[string, Block]>([
    ["all addresses", { cidr_ipv4: "0.0.0.0/0" }],
    ["the VPC", { cidr_ipv4: "10.0.0.0/16" }],
    ["all protocols", { ip_protocol: "-1", from_port: null, to_port: null, cidr_ipv4: "10.0.0.0/16" }],
    ["all ports", { from_port: 0, to_port: 65535, cidr_ipv4: "10.0.0.0/16" }],
    ["the number of the protocol", { ip_protocol: "6", cidr_ipv4: "10.0.0.0/16" }],
  ])("holds with a rule for %s", (_, change) => {
    expect(dependency(withRule(EGRESS, "task", change).prove(), "logs").verdict).toBe("proved");
  });

  it.each<[string, Block]>([
    ["another port", { from_port: 80, to_port: 80, cidr_ipv4: "10.0.0.0/16" }],
    ["UDP", { ip_protocol: "udp", cidr_ipv4: "10.0.0.0/16" }],
    ["IPv6 only", { cidr_ipv6: "::/0" }],
    ["other addresses", { cidr_ipv4: "10.1.0.0/16" }],
    ["the task's own group", { referenced_security_group_id: "${aws_security_group.task.id}" }],
    ["the prefix list of S3", { prefix_list_id: "${aws_vpc_endpoint.s3.prefix_list_id}" }],
    ["one of the endpoint's subnets only", { cidr_ipv4: "10.0.11.0/24" }],
  ])("breaks with a rule for %s", (_, change) => {
    const { issue, hops } = dependency(withRule(EGRESS, "task", change).prove(), "logs");
    expect(issue).toMatchObject({ code: "task-egress-missing", path: "aws_security_group.task" });
    expect(issue?.fix).toContain("aws_security_group.endpoint");
    expect(hops.at(-1)?.hop).toBe("task-security-group");
  });

  it("breaks without any rule, because Terraform removes AWS's own", () => {
    const proof = isolatedNetwork().remove(EGRESS).prove();
    expect(dependency(proof, "logs").issue?.code).toBe("task-egress-missing");
  });

  it("names the subnet of the endpoint that is left out", () => {
    const { issue } = dependency(withRule(EGRESS, "task", { cidr_ipv4: "10.0.11.0/24" }).prove(), "logs");
    expect(issue?.problem).toContain("aws_subnet.endpoint_b");
  });

  it.each<[string, Block]>([
    ["addresses of a variable", { cidr_ipv4: "${var.cidr}" }],
    ["a port of a variable", { from_port: "${var.port}", cidr_ipv4: "0.0.0.0/0" }],
    ["a group of a variable", { referenced_security_group_id: "${var.group}" }],
  ])("is unknown with a rule for %s", (_, change) => {
    const { verdict, issue } = dependency(withRule(EGRESS, "task", change).prove(), "logs");
    expect(verdict).toBe("unknown");
    expect(issue).toMatchObject({ code: "task-egress-unknown", path: "aws_security_group.task" });
  });

  it("is unknown with a rule for a part of the addresses of each subnet", () => {
    const fixture = withRule(EGRESS, "task", { cidr_ipv4: "10.0.11.0/25" });
    fixture.add(`${EGRESS}_b`, rule("task", { cidr_ipv4: "10.0.12.128/25" }));
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({ code: "task-egress-unknown" });
  });

  it("holds with rules that have the addresses together, also by a prefix list", () => {
    const fixture = withRule(EGRESS, "task", { cidr_ipv4: "10.0.11.0/25" });
    fixture.add(`${EGRESS}_b`, rule("task", { prefix_list_id: "${aws_ec2_managed_prefix_list.rest.id}" }));
    fixture.add("aws_ec2_managed_prefix_list.rest", { entry: [{ cidr: "10.0.11.128/25" }, { cidr: "10.0.12.0/24" }] });
    expect(hop(fixture.prove(), "logs", "task-security-group")).toContain(`${EGRESS}, ${EGRESS}_b lets`);
    expect(dependency(fixture.prove(), "logs").verdict).toBe("proved");
  });

  it("is broken, not unknown, where one port or subnet is and another is not known", () => {
    const fixture = withRule(EGRESS, "task", { cidr_ipv4: "10.0.11.0/25" });
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({
      code: "task-egress-missing",
      problem: expect.stringContaining("aws_subnet.endpoint_b"),
    });
  });

  it("takes a subnet without a known block for any part of its VPC", () => {
    const fixture = withRule(EGRESS, "task", { cidr_ipv4: "10.0.0.0/16" });
    fixture.set("aws_subnet.endpoint_a", { cidr_block: "${var.block}" });
    expect(dependency(fixture.prove(), "logs").verdict).toBe("proved");
    fixture.set(EGRESS, { cidr_ipv4: "10.0.8.0/21" });
    expect(dependency(fixture.prove(), "logs").issue?.code).toBe("task-egress-unknown");
    fixture.set(EGRESS, { cidr_ipv4: "10.1.0.0/16" });
    expect(dependency(fixture.prove(), "logs").issue?.code).toBe("task-egress-missing");
  });

  it("holds where task and endpoint share a group that admits itself", () => {
    const fixture = isolatedNetwork()
      .set("aws_security_group.task", {
        egress: [{ protocol: "-1", from_port: 0, to_port: 0, self: true }],
        ingress: [{ protocol: "-1", from_port: 0, to_port: 0, self: true }],
      })
      .set("aws_vpc_endpoint.logs", { security_group_ids: ["${aws_security_group.task.id}"] });
    expect(dependency(fixture.prove(), "logs").verdict).toBe("proved");
    fixture.set("aws_security_group.task", { ingress: [] });
    expect(dependency(fixture.prove(), "logs").issue?.code).toBe("endpoint-ingress-missing");
  });

  it("is unknown where a rule may belong to the group", () => {
    const fixture = withRule(EGRESS, "task", { security_group_id: "${var.group}", cidr_ipv4: "0.0.0.0/0" });
    expect(dependency(fixture.prove(), "logs").issue?.why).toContain(EGRESS);
  });

  it("reads rules in the group, and rules of the older resource", () => {
    const inline = isolatedNetwork().remove(EGRESS);
    inline.set("aws_security_group.task", {
      egress: [{ from_port: 443, to_port: 443, protocol: "tcp", cidr_blocks: ["10.0.0.0/16"] }],
    });
    expect(dependency(inline.prove(), "logs").verdict).toBe("proved");
    const older = isolatedNetwork().remove(EGRESS).add("aws_security_group_rule.out", {
      type: "egress",
      security_group_id: "${aws_security_group.task.id}",
      protocol: "tcp",
      from_port: 443,
      to_port: 443,
      source_security_group_id: "${aws_security_group.endpoint.id}",
    });
    expect(dependency(older.prove(), "logs").verdict).toBe("proved");
    older.set("aws_security_group_rule.out", { type: "ingress" });
    expect(dependency(older.prove(), "logs").verdict).toBe("broken");
  });

  it("takes the default group of the VPC, which lets everything out, where the task has none", () => {
    const fixture = isolatedNetwork();
    fixture.set("aws_ecs_service.orders", {
      network_configuration: { subnets: ["${aws_subnet.app_a.id}", "${aws_subnet.app_b.id}"] },
    });
    expect(hop(fixture.prove(), "logs", "task-security-group")).toContain(
      "proved: aws_vpc.main.default_security_group_id",
    );
    fixture.add("aws_default_security_group.locked", { vpc_id: "${aws_vpc.main.id}" });
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({
      code: "task-egress-missing",
      path: "aws_default_security_group.locked",
      fix: expect.stringMatching(
        /^give aws_ecs_service\.orders a security group of its own with an egress rule for TCP 443 /,
      ),
    });
  });
});

describe("G5: the task's security group lets the call out to the service's own addresses", () => {
  it("holds with the prefix list of the endpoint", () => {
    expect(hop(isolatedNetwork().prove(), "s3", "task-security-group")).toContain(`proved: ${EGRESS_S3}`);
  });

  it("holds with the prefix list that a data source looks up", () => {
    const fixture = withRule(EGRESS_S3, "task", { prefix_list_id: "${data.aws_prefix_list.s3.id}" });
    fixture.add("data.aws_prefix_list.s3", { name: "com.amazonaws.eu-west-1.s3" });
    expect(dependency(fixture.prove(), "s3").verdict).toBe("proved");
  });

  it("breaks with the prefix list of another service", () => {
    const fixture = withRule(EGRESS_S3, "task", { prefix_list_id: "${data.aws_prefix_list.dynamodb.id}" });
    fixture.add("data.aws_prefix_list.dynamodb", { name: "com.amazonaws.eu-west-1.dynamodb" });
    expect(dependency(fixture.prove(), "s3").issue?.code).toBe("task-egress-prefix-list-missing");
  });

  it.each<[string, Block]>([
    ["the endpoints' security group", { referenced_security_group_id: "${aws_security_group.endpoint.id}" }],
    ["the VPC", { cidr_ipv4: "10.0.0.0/16" }],
  ])("breaks with a rule for %s only", (_, change) => {
    const { issue } = dependency(withRule(EGRESS_S3, "task", change).prove(), "s3");
    expect(issue).toMatchObject({ code: "task-egress-prefix-list-missing", path: "aws_security_group.task" });
    expect(issue?.fix).toContain("aws_vpc_endpoint.s3.prefix_list_id");
  });

  it("holds with all public addresses in parts", () => {
    const halves = { ip_protocol: "-1", from_port: null, to_port: null };
    const fixture = withRule(EGRESS_S3, "task", { ...halves, cidr_ipv4: "0.0.0.0/1" });
    fixture.add(`${EGRESS_S3}_b`, { ...rule("task", {}), ...halves, cidr_ipv4: "128.0.0.0/1" });
    expect(dependency(fixture.prove(), "s3").verdict).toBe("proved");
  });

  it("is unknown with public addresses, of which AWS alone knows whose they are", () => {
    const { issue } = dependency(withRule(EGRESS_S3, "task", { cidr_ipv4: "52.216.0.0/15" }).prove(), "s3");
    expect(issue?.code).toBe("task-egress-unknown");
  });

  it("knows a prefix list of the user's own by its entries", () => {
    const fixture = withRule(EGRESS_S3, "task", { prefix_list_id: "${aws_ec2_managed_prefix_list.all.id}" });
    fixture.add("aws_ec2_managed_prefix_list.all", { entry: [{ cidr: "0.0.0.0/0" }] });
    expect(dependency(fixture.prove(), "s3").verdict).toBe("proved");
    fixture.set("aws_ec2_managed_prefix_list.all", { entry: [{ cidr: "10.0.0.0/8" }] });
    expect(dependency(fixture.prove(), "s3").verdict).toBe("broken");
  });
});

describe("a service whose ports are not established", () => {
  const SERVICE = "mail-manager-smtp.open.fips";

  it("leaves open what the security groups have to admit", () => {
    const fixture = isolatedNetwork()
      .set("aws_ecs_task_definition.orders", { "//": { privateFargate: { uses: [SERVICE] } } })
      .add("aws_vpc_endpoint.smtp", interfaceEndpoint(SERVICE));
    const { verdict, issue } = dependency(fixture.prove(), SERVICE);
    expect(verdict).toBe("unknown");
    expect(issue).toMatchObject({ code: "endpoint-ports-unknown", path: "aws_security_group.task" });
    expect(hop(fixture.prove(), SERVICE, "endpoint-security-group")).toMatch(/^unknown/);
  });
});
