import { describe, expect, it } from "vitest";
import { isolatedNetwork, rule, subnet, taskDefinition } from "../support/isolated-network";
import { dependency, hop, issuesOf, issuesWith, TerraformFixture } from "../support/terraform-fixture";

/** The network whose tasks have the main route table of their VPC, taken over by a resource. */
function withDefaultTable(id = "${aws_vpc.main.default_route_table_id}"): TerraformFixture {
  return isolatedNetwork()
    .remove("aws_route_table_association.app_a")
    .remove("aws_route_table_association.app_b")
    .remove("aws_route_table.app")
    .add("aws_default_route_table.main", { default_route_table_id: id })
    .set("aws_vpc_endpoint.s3", { route_table_ids: ["${aws_default_route_table.main.id}"] });
}

describe("what takes over a part of a VPC", () => {
  it.each(["${aws_vpc.main.default_route_table_id}", "${aws_vpc.main.main_route_table_id}"])(
    "is in that VPC: the route table %s",
    (id) => {
      const proof = withDefaultTable(id).prove();
      expect(issuesOf(proof)).toEqual([]);
      expect(proof.verdict).toBe("proved");
    },
  );

  it("is in the VPC that has its id, where a plan knows both", () => {
    const fixture = withDefaultTable("rtb-1").set("aws_vpc.main", { id: "vpc-1", default_route_table_id: "rtb-1" });
    expect(issuesOf(fixture.prove())).toEqual([]);
  });

  it("is found to be in another VPC than what refers to it", () => {
    const fixture = withDefaultTable()
      .add("aws_vpc.other", { cidr_block: "10.9.0.0/16" })
      .set("aws_default_route_table.main", { default_route_table_id: "${aws_vpc.other.default_route_table_id}" });
    expect(issuesWith(fixture.prove(), "other-vpc")).toMatchObject([{ path: "aws_vpc_endpoint.s3" }]);
  });

  it("takes over the group that a VPC has, also where the VPC is there already", () => {
    const fixture = isolatedNetwork()
      .set("aws_vpc.main", { id: "vpc-1", default_security_group_id: "sg-1" })
      .add("aws_default_security_group.main", { vpc_id: "vpc-1" })
      .add("aws_vpc_security_group_egress_rule.all", rule("task", { cidr_ipv4: "10.0.0.0/16" }))
      .set("aws_vpc_endpoint.logs", { security_group_ids: [] });
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({
      code: "endpoint-ingress-missing",
      path: "aws_default_security_group.main",
    });
  });
});

describe("the default group of a VPC, looked up by its name", () => {
  const lookedUp = (name: string) =>
    isolatedNetwork()
      .add("data.aws_security_group.found", { vpc_id: "${aws_vpc.main.id}", name })
      .set("aws_ecs_service.orders", {
        network_configuration: {
          subnets: ["${aws_subnet.app_a.id}"],
          security_groups: ["${data.aws_security_group.found.id}"],
        },
      })
      .set("aws_vpc_endpoint.logs", { security_group_ids: ["${data.aws_security_group.found.id}"] });

  it("has the rules that AWS gives it", () => {
    expect(dependency(lookedUp("default").prove(), "logs").verdict).toBe("proved");
  });

  it("has none where a resource takes it over and empties it", () => {
    const emptied = lookedUp("default").add("aws_default_security_group.none", { vpc_id: "${aws_vpc.main.id}" });
    expect(dependency(emptied.prove(), "logs").issue).toMatchObject({
      code: "task-egress-missing",
      path: "aws_default_security_group.none",
    });
  });

  it("is no group of another name, of which nobody knows the rules", () => {
    expect(dependency(lookedUp("tasks").prove(), "logs").issue?.code).toBe("task-egress-unknown");
  });
});

describe("what another resource names without saying its VPC", () => {
  it("may be anywhere, and is in no other VPC for that", () => {
    const fixture = isolatedNetwork()
      .add("aws_ssm_parameter.table", { name: "/network/table", type: "String" })
      .set("aws_vpc_endpoint.s3", { route_table_ids: ["${aws_ssm_parameter.table.value}"] });
    expect(dependency(fixture.prove(), "s3").issue).toMatchObject({ code: "gateway-route-unknown" });
    fixture.set("aws_route_table.app", { vpc_id: "${aws_ssm_parameter.table.value}" });
    expect(issuesWith(fixture.prove(), "other-vpc")).toEqual([]);
  });
});

describe("the default VPC of a Region", () => {
  const inDefaultVpc = () =>
    new TerraformFixture({
      provider: { aws: [{ region: "eu-west-1" }] },
      resource: {
        aws_default_vpc: { main: {} },
        aws_default_vpc_dhcp_options: { main: {} },
        aws_vpc_dhcp_options_association: {
          main: {
            vpc_id: "${aws_default_vpc.main.id}",
            dhcp_options_id: "${aws_default_vpc_dhcp_options.main.id}",
          },
        },
        aws_default_subnet: { a: { availability_zone: "eu-west-1a" } },
        aws_default_security_group: { main: { egress: [{ protocol: "-1", from_port: 0, to_port: 0, self: true }] } },
        aws_iam_role: { execution: { name: "orders-execution", assume_role_policy: "{}" } },
        aws_ecs_task_definition: { orders: taskDefinition() },
        aws_ecs_service: {
          orders: {
            name: "orders",
            launch_type: "FARGATE",
            task_definition: "${aws_ecs_task_definition.orders.arn}",
            network_configuration: { subnets: ["${aws_default_subnet.a.id}"] },
          },
        },
        aws_vpc_endpoint: {
          logs: {
            vpc_id: "${aws_default_vpc.main.id}",
            service_name: "com.amazonaws.eu-west-1.logs",
            vpc_endpoint_type: "Interface",
            private_dns_enabled: true,
            subnet_ids: ["${aws_default_subnet.a.id}"],
          },
        },
      },
    });

  it("has DNS support and host names, and what else is in it is not known", () => {
    const proof = inDefaultVpc().prove();
    expect(hop(proof, "logs", "endpoint")).toContain("proved: aws_vpc_endpoint.logs serves");
    expect(issuesWith(proof, "vpc-dns-unknown")).toEqual([]);
    expect(dependency(proof, "ecr.api").issue).toMatchObject({ code: "endpoint-unknown" });
  });

  it("takes host names from what it is told", () => {
    const fixture = inDefaultVpc().set("aws_default_vpc.main", { enable_dns_hostnames: false });
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({ code: "vpc-dns-hostnames-off" });
  });

  it("is none of those that are created", () => {
    const fixture = isolatedNetwork()
      .add("aws_default_vpc.main", {})
      .add("aws_default_subnet.a", { availability_zone: "eu-west-1a" })
      .set("aws_vpc_endpoint.logs", { subnet_ids: ["${aws_subnet.endpoint_a.id}", "${aws_default_subnet.a.id}"] });
    expect(issuesWith(fixture.prove(), "other-vpc")).toMatchObject([{ path: "aws_vpc_endpoint.logs" }]);
  });

  it("has Amazon's DNS server in the DHCP options that AWS makes", () => {
    const fixture = isolatedNetwork()
      .add("aws_default_vpc_dhcp_options.main", {})
      .add("aws_vpc_dhcp_options_association.main", {
        vpc_id: "${aws_vpc.main.id}",
        dhcp_options_id: "${aws_default_vpc_dhcp_options.main.id}",
      });
    expect(fixture.prove().verdict).toBe("proved");
  });
});

it("puts a subnet in no VPC where nobody says which one is the default", () => {
  const fixture = isolatedNetwork()
    .add("aws_default_subnet.a", { availability_zone: "eu-west-1a" })
    .add("aws_subnet.third", subnet("10.0.3.0/24", "c"))
    .set("aws_vpc_endpoint.logs", { subnet_ids: ["${aws_subnet.third.id}", "${aws_default_subnet.a.id}"] });
  expect(issuesWith(fixture.prove(), "other-vpc")).toEqual([]);
});
