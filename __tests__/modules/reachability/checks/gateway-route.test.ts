import { describe, expect, it } from "vitest";
import { isolatedNetwork, withNatGateway } from "../support/isolated-network";
import { type Block, dependency, hop } from "../support/terraform-fixture";

const S3 = "aws_vpc_endpoint.s3";

describe("G2: the endpoint is in the route table that counts for each subnet of the task", () => {
  it("holds, by route_table_ids or by an association", () => {
    expect(hop(isolatedNetwork().prove(), "s3", "route")).toBe(
      "proved: aws_route_table.app leads to aws_vpc_endpoint.s3",
    );
    const associated = isolatedNetwork().set(S3, { route_table_ids: undefined });
    associated.add("aws_vpc_endpoint_route_table_association.s3", {
      vpc_endpoint_id: "${aws_vpc_endpoint.s3.id}",
      route_table_id: "${aws_route_table.app.id}",
    });
    expect(dependency(associated.prove(), "s3").verdict).toBe("proved");
  });

  it("breaks where the endpoint is in no route table", () => {
    const { issue } = dependency(isolatedNetwork().set(S3, { route_table_ids: [] }).prove(), "s3");
    expect(issue).toMatchObject({ code: "gateway-route-missing", path: S3 });
    expect(issue?.problem).toContain("aws_route_table.app");
  });

  it("breaks where a subnet falls back to the main route table", () => {
    const { issue } = dependency(isolatedNetwork().remove("aws_route_table_association.app_b").prove(), "s3");
    expect(issue).toMatchObject({ code: "gateway-route-missing", path: S3 });
    expect(issue?.problem).toContain("aws_subnet.app_b has the route table aws_vpc.main.default_route_table_id");
  });

  it("follows the main route table, as it is or as an association makes it", () => {
    const fixture = isolatedNetwork();
    for (const name of ["app_a", "app_b"]) fixture.remove(`aws_route_table_association.${name}`);
    fixture.set(S3, { route_table_ids: ["${aws_vpc.main.main_route_table_id}"] });
    expect(dependency(fixture.prove(), "s3").verdict).toBe("proved");
    fixture.set(S3, { route_table_ids: ["${aws_route_table.app.id}"] });
    fixture.add("aws_main_route_table_association.app", {
      vpc_id: "${aws_vpc.main.id}",
      route_table_id: "${aws_route_table.app.id}",
    });
    expect(dependency(fixture.prove(), "s3").verdict).toBe("proved");
  });

  it("holds where another gateway endpoint of the service serves the other subnets", () => {
    const fixture = isolatedNetwork()
      .add("aws_route_table.b", { vpc_id: "${aws_vpc.main.id}" })
      .set("aws_route_table_association.app_b", { route_table_id: "${aws_route_table.b.id}" });
    expect(dependency(fixture.prove(), "s3").verdict).toBe("broken");
    fixture.add("aws_vpc_endpoint.s3_b", { ...fixture.at(S3), route_table_ids: ["${aws_route_table.b.id}"] });
    expect(dependency(fixture.prove(), "s3").verdict).toBe("proved");
  });

  it.each<[string, string, Block]>([
    ["a variable names the endpoint's tables", S3, { route_table_ids: "${var.tables}" }],
    ["a variable names a subnet's table", "aws_route_table_association.app_a", { route_table_id: "${var.table}" }],
  ])("is unknown where %s", (_, address, change) => {
    const { verdict, issue } = dependency(isolatedNetwork().set(address, change).prove(), "s3");
    expect(verdict).toBe("unknown");
    expect(issue).toMatchObject({ code: "gateway-route-unknown", path: S3 });
    expect(issue?.why).toContain("${var.table");
  });

  it("is unknown where the subnets exist elsewhere", () => {
    const fixture = isolatedNetwork().set("aws_ecs_service.orders", {
      network_configuration: {
        subnets: ["subnet-0123456789abcdef0"],
        security_groups: ["${aws_security_group.task.id}"],
      },
    });
    const { verdict, issue } = dependency(fixture.prove(), "s3");
    expect(verdict).toBe("unknown");
    expect(issue?.why).toContain("subnet-0123456789abcdef0");
  });

  it("is not in question where the call arrives without the endpoint as well", () => {
    const fixture = withNatGateway(isolatedNetwork()).set(S3, { route_table_ids: "${var.tables}" });
    expect(dependency(fixture.prove(), "s3").verdict).toBe("proved");
    fixture.set(S3, { policy: JSON.stringify({ Statement: [] }) });
    expect(dependency(fixture.prove(), "s3").issue?.code).toBe("gateway-route-unknown");
  });
});
