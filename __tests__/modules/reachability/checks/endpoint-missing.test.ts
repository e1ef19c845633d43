import { describe, expect, it } from "vitest";
import { withTransitHub } from "../support/endpoint-hub";
import { interfaceEndpoint, isolatedNetwork, rule, withNatGateway } from "../support/isolated-network";
import { type Block, dependency, hop, issuesWith, type TerraformFixture } from "../support/terraform-fixture";

const LOGS = "aws_vpc_endpoint.logs";

const S3 = "aws_vpc_endpoint.s3";

describe("I1: an endpoint of the service is in the task's VPC", () => {
  it("holds", () => {
    expect(hop(isolatedNetwork().prove(), "logs", "endpoint")).toBe(
      'proved: aws_vpc_endpoint.logs serves "logs" in aws_vpc.main',
    );
  });

  it("breaks where it is missing, and names the VPC and what to write", () => {
    const { verdict, issue, hops } = dependency(isolatedNetwork().remove(LOGS).prove(), "logs");
    expect(verdict).toBe("broken");
    expect(hops.map((each) => each.hop)).toEqual(["endpoint"]);
    expect(issue).toMatchObject({ code: "endpoint-missing", path: "aws_vpc.main" });
    expect(issue?.why).toContain("the awslogs driver writes to CloudWatch Logs");
    expect(issue?.fix).toContain('"com.amazonaws.eu-west-1.logs"');
  });

  it("breaks where it is in another VPC, and says where", () => {
    const fixture = isolatedNetwork().add("aws_vpc.other", { cidr_block: "10.9.0.0/16" });
    const { issue } = dependency(fixture.set(LOGS, { vpc_id: "${aws_vpc.other.id}" }).prove(), "logs");
    expect(issue?.problem).toContain("aws_vpc_endpoint.logs is in aws_vpc.other");
  });

  it("is one fault with all others where the task is let out to endpoints of a VPC that nothing connects with its own", () => {
    const fixture = isolatedNetwork().add("aws_vpc.other", { cidr_block: "10.9.0.0/16" });
    const inOther = { vpc_id: "${aws_vpc.other.id}" };
    for (const name of ["s3", "ecr_api", "ecr_dkr", "logs"]) fixture.set(`aws_vpc_endpoint.${name}`, inOther);
    fixture.set("aws_security_group.endpoint", inOther);
    const found = issuesWith(fixture.prove(), "endpoints-of-other-network");
    expect(found).toHaveLength(4);
    expect(new Set(found.map(({ path, problem, fix }) => `${path} ${problem} ${fix}`)).size).toBe(1);
    expect(found[0]?.problem).toMatch(
      /runs in aws_vpc\.main, .* endpoints of aws_vpc\.other, with which nothing connects aws_vpc\.main$/,
    );
    fixture.remove("aws_vpc_security_group_egress_rule.endpoint");
    expect(dependency(fixture.prove(), "logs").issue?.code).toBe("endpoint-missing");
  });

  it("breaks where it leads to another Region", () => {
    const fixture = isolatedNetwork().set(LOGS, { service_name: "com.amazonaws.eu-west-3.logs" });
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({ code: "endpoint-in-other-region", path: LOGS });
  });

  it("is unknown where the VPC exists elsewhere", () => {
    const fixture = isolatedNetwork().remove(LOGS);
    const json = JSON.parse(JSON.stringify(fixture.json).replaceAll("${aws_vpc.main.id}", "vpc-0123456789abcdef0"));
    fixture.json.resource = json.resource;
    fixture.remove("aws_vpc.main");
    const { verdict, issue } = dependency(fixture.prove(), "logs");
    expect(verdict).toBe("unknown");
    expect(issue).toMatchObject({ code: "endpoint-unknown", severity: "note", path: "vpc-0123456789abcdef0" });
    expect(issue?.fix).toMatch(/^assure that there is an interface endpoint with private DNS/);
  });

  it("is unknown where a module is given the VPC and may add the endpoint", () => {
    const fixture = isolatedNetwork().remove(LOGS);
    fixture.json["module"] = { endpoints: { source: "./endpoints", vpc_id: "${aws_vpc.main.id}" } };
    expect(dependency(fixture.prove(), "logs").issue?.why).toContain("module.endpoints");
  });

  it("is not in doubt because of a module that is given nothing of the network", () => {
    const fixture = isolatedNetwork().remove(LOGS);
    fixture.json["module"] = { tags: { source: "./tags", name: "orders" } };
    expect(dependency(fixture.prove(), "logs").verdict).toBe("broken");
  });

  it("is unknown where the number of endpoints is known to Terraform only", () => {
    const fixture = isolatedNetwork().set(LOGS, { count: "${var.enabled}" });
    expect(dependency(fixture.prove(), "logs").issue?.code).toBe("endpoint-unknown");
  });
});

describe("G1: the gateway endpoint is in the VPC, for the Region of the task", () => {
  it("holds", () => {
    expect(hop(isolatedNetwork().prove(), "s3", "endpoint")).toMatch(/^proved/);
  });

  it("breaks where it is missing, and says what fails", () => {
    const fixture = isolatedNetwork().remove(S3).remove("aws_vpc_security_group_egress_rule.s3");
    const { issue } = dependency(fixture.prove(), "s3");
    expect(issue).toMatchObject({ code: "endpoint-missing", path: "aws_vpc.main" });
    expect(issue?.fix).toContain('vpc_endpoint_type "Gateway"');
  });

  it("breaks where it leads to another Region", () => {
    const fixture = isolatedNetwork().set(S3, { service_name: "com.amazonaws.us-east-1.s3" });
    expect(dependency(fixture.prove(), "s3").issue).toMatchObject({ code: "endpoint-in-other-region", path: S3 });
  });
});

describe("G9: a gateway endpoint serves its own VPC only", () => {
  it("breaks where the endpoint is in a VPC beside", () => {
    const fixture = isolatedNetwork().add("aws_vpc.hub", { cidr_block: "10.9.0.0/16" });
    fixture.set(S3, { vpc_id: "${aws_vpc.hub.id}", route_table_ids: [] });
    fixture.add("aws_vpc_peering_connection.hub", {
      vpc_id: "${aws_vpc.main.id}",
      peer_vpc_id: "${aws_vpc.hub.id}",
      auto_accept: true,
    });
    const { issue } = dependency(fixture.prove(), "s3");
    expect(issue?.problem).toContain("aws_vpc_endpoint.s3 is in aws_vpc.hub");
    expect(issue?.problem).toContain("which aws_vpc_peering_connection.hub connects with aws_vpc.main");
    expect(issue?.why).toContain("nor through peering");
    expect(issue?.why).toContain("aws_vpc_peering_connection.hub does not lead to aws_vpc_endpoint.s3");
  });

  it("names the one in the VPC to which a transit gateway leads, before one in a VPC that is not connected", () => {
    const gateway = { service_name: "com.amazonaws.eu-west-1.s3", route_table_ids: [] };
    const fixture = withTransitHub()
      .remove(S3)
      .remove("aws_vpc_security_group_egress_rule.s3")
      .add("aws_vpc.alone", { cidr_block: "10.8.0.0/16" })
      .add("aws_vpc_endpoint.alone", { ...gateway, vpc_id: "${aws_vpc.alone.id}" })
      .add("aws_vpc_endpoint.shared", { ...gateway, vpc_id: "${aws_vpc.hub.id}" });
    const { issue } = dependency(fixture.prove(), "s3");
    expect(issue).toMatchObject({ code: "endpoint-missing", path: "aws_vpc.main" });
    expect(issue?.problem).toContain(
      "aws_vpc_endpoint.shared is in aws_vpc.hub, which aws_ec2_transit_gateway.hub connects with aws_vpc.main",
    );
  });

  it("takes no interface endpoint in another VPC for one of the gateway type", () => {
    const fixture = isolatedNetwork()
      .remove(S3)
      .remove("aws_vpc_security_group_egress_rule.s3")
      .add("aws_vpc.hub", { cidr_block: "10.9.0.0/16" })
      .add("aws_vpc_endpoint.shared", {
        ...{ ...interfaceEndpoint("s3"), private_dns_enabled: false },
        ...{ vpc_id: "${aws_vpc.hub.id}", subnet_ids: [], security_group_ids: [] },
      });
    const { issue } = dependency(fixture.prove(), "s3");
    expect(issue?.problem).toContain("aws_vpc_endpoint.shared is in aws_vpc.hub");
    expect(issue?.why).not.toContain("gateway endpoint");
  });
});

describe("a way out that leads nowhere", () => {
  const withNat = () =>
    withNatGateway(isolatedNetwork()).add(
      "aws_vpc_security_group_egress_rule.https",
      rule("task", { cidr_ipv4: "0.0.0.0/0" }),
    );
  const without = () => withNat().remove("aws_vpc_endpoint.logs");

  it.each<[string, (fixture: TerraformFixture) => TerraformFixture, Block]>([
    [
      "a NAT gateway in the task's own subnet",
      (fixture) => fixture.set("aws_nat_gateway.main", { subnet_id: "${aws_subnet.app_a.id}" }),
      { path: "aws_nat_gateway.main", problem: expect.stringContaining("the task's own subnet") },
    ],
    [
      "a NAT gateway in a subnet without a route to the internet",
      (fixture) => fixture.remove("aws_route_table_association.public"),
      { path: "aws_nat_gateway.main", problem: expect.stringContaining("aws_subnet.public") },
    ],
    [
      "a private NAT gateway",
      (fixture) => fixture.set("aws_nat_gateway.main", { connectivity_type: "private" }),
      { path: "aws_nat_gateway.main", fix: expect.stringContaining('connectivity_type = "public"') },
    ],
    [
      "an internet gateway without a public address",
      (fixture) =>
        fixture.set("aws_route.nat", { nat_gateway_id: undefined, gateway_id: "${aws_internet_gateway.main.id}" }),
      { path: "aws_route.nat", fix: expect.stringContaining("assign_public_ip = true on aws_ecs_service.orders") },
    ],
  ])("is what is found: %s", (_, change, issue) => {
    const found = dependency(change(without()).prove(), "logs").issue;
    expect(found).toMatchObject({ code: "way-out-broken", ...issue });
    expect(found?.fix).toContain("or add an aws_vpc_endpoint");
  });

  it("is none where an endpoint answers", () => {
    const fixture = withNat().set("aws_nat_gateway.main", { connectivity_type: "private" });
    fixture.add("aws_vpc_endpoint.logs", interfaceEndpoint("logs"));
    expect(dependency(fixture.prove(), "logs").verdict).toBe("proved");
  });
});
