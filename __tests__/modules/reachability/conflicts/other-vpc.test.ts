import { describe, expect, it } from "vitest";
import { isolatedNetwork, subnet } from "../support/isolated-network";
import { issuesWith } from "../support/terraform-fixture";

const LOGS = "aws_vpc_endpoint.logs";

describe("parts of another VPC", () => {
  const withOther = () =>
    isolatedNetwork()
      .add("aws_vpc.other", { cidr_block: "10.9.0.0/16" })
      .add("aws_security_group.other", { vpc_id: "${aws_vpc.other.id}" })
      .add("aws_subnet.other", { ...subnet("10.9.1.0/24", "a"), vpc_id: "${aws_vpc.other.id}" })
      .add("aws_route_table.other", { vpc_id: "${aws_vpc.other.id}" });

  it("are refused in an endpoint, a service and an association", () => {
    expect(issuesWith(withOther().prove(), "other-vpc")).toEqual([]);
    const group = withOther().set(LOGS, { security_group_ids: ["${aws_security_group.other.id}"] });
    expect(issuesWith(group.prove(), "other-vpc")).toMatchObject([{ path: LOGS }]);
    const table = withOther().set("aws_vpc_endpoint.s3", { route_table_ids: ["${aws_route_table.other.id}"] });
    expect(issuesWith(table.prove(), "other-vpc")).toMatchObject([{ path: "aws_vpc_endpoint.s3" }]);
    const task = withOther().set("aws_ecs_service.orders", {
      network_configuration: {
        subnets: ["${aws_subnet.app_a.id}"],
        security_groups: ["${aws_security_group.other.id}"],
      },
    });
    expect(issuesWith(task.prove(), "other-vpc")).toMatchObject([{ path: "aws_ecs_service.orders" }]);
    const routed = withOther().set("aws_route_table_association.app_a", {
      route_table_id: "${aws_route_table.other.id}",
    });
    expect(issuesWith(routed.prove(), "other-vpc")).toMatchObject([{ path: "aws_route_table_association.app_a" }]);
  });
});

describe("parts of another VPC that resources of their own attach", () => {
  it.each([
    ["aws_vpc_endpoint_subnet_association.other", { subnet_id: "${aws_subnet.other.id}" }],
    ["aws_vpc_endpoint_security_group_association.other", { security_group_id: "${aws_security_group.other.id}" }],
  ])("are refused, as by %s", (address, target) => {
    const fixture = isolatedNetwork()
      .add("aws_vpc.other", { cidr_block: "10.9.0.0/16" })
      .add("aws_security_group.other", { vpc_id: "${aws_vpc.other.id}" })
      .add("aws_subnet.other", { ...subnet("10.9.1.0/24", "c"), vpc_id: "${aws_vpc.other.id}" })
      .add(address, { vpc_endpoint_id: "${aws_vpc_endpoint.logs.id}", ...target });
    expect(issuesWith(fixture.prove(), "other-vpc")).toMatchObject([{ path: LOGS }]);
  });
});
