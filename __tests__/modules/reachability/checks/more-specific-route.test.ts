import { describe, expect, it } from "vitest";
import { isolatedNetwork } from "../support/isolated-network";
import { dependency, type TerraformFixture } from "../support/terraform-fixture";

describe("G4: no route is more specific than the endpoint's", () => {
  const withRoute = (route: Record<string, unknown>): TerraformFixture =>
    isolatedNetwork().add("aws_route.other", {
      route_table_id: "${aws_route_table.app.id}",
      network_interface_id: "eni-0123456789abcdef0",
      ...route,
    });

  it("holds with routes for private addresses", () => {
    expect(dependency(withRoute({ destination_cidr_block: "192.168.0.0/16" }).prove(), "s3").verdict).toBe("proved");
  });

  it("breaks with a route for the same prefix list", () => {
    const fixture = withRoute({ destination_prefix_list_id: "${aws_vpc_endpoint.s3.prefix_list_id}" });
    expect(dependency(fixture.prove(), "s3").issue).toMatchObject({
      code: "route-more-specific",
      path: "aws_route.other",
    });
  });

  it("holds with a prefix list of private addresses, and is unknown with any other", () => {
    const fixture = withRoute({ destination_prefix_list_id: "${aws_ec2_managed_prefix_list.own.id}" });
    fixture.add("aws_ec2_managed_prefix_list.own", { entry: [{ cidr: "10.0.0.0/8" }, { cidr: "192.168.0.0/16" }] });
    expect(dependency(fixture.prove(), "s3").verdict).toBe("proved");
    for (const entry of [[{ cidr: "52.216.0.0/15" }], "${var.entries}"]) {
      fixture.set("aws_ec2_managed_prefix_list.own", { entry });
      expect(dependency(fixture.prove(), "s3").issue).toMatchObject({ code: "route-more-specific-unknown" });
    }
  });

  it("is unknown with a route of a variable, and with a route that may be in the table", () => {
    const destination = withRoute({ destination_cidr_block: "${var.cidr}" });
    expect(dependency(destination.prove(), "s3").issue).toMatchObject({ path: "aws_route.other" });
    const table = withRoute({ destination_cidr_block: "52.216.0.0/15", route_table_id: "${var.table}" });
    expect(dependency(table.prove(), "s3").issue).toMatchObject({ path: "aws_route.other" });
  });

  it("holds with a route for IPv6", () => {
    expect(dependency(withRoute({ destination_ipv6_cidr_block: "::/0" }).prove(), "s3").verdict).toBe("proved");
  });

  it("is unknown with a route for public addresses", () => {
    const { issue } = dependency(withRoute({ destination_cidr_block: "52.216.0.0/15" }).prove(), "s3");
    expect(issue).toMatchObject({ code: "route-more-specific-unknown", path: "aws_route.other" });
  });
});
