import { describe, expect, it } from "vitest";
import { interfaceEndpoint, isolatedNetwork, subnet } from "../support/isolated-network";
import { issuesWith } from "../support/terraform-fixture";

describe("connections to an endpoint service", () => {
  const withService = (zone: string, acceptanceRequired: boolean) =>
    isolatedNetwork()
      .add("aws_vpc.provider", { cidr_block: "10.9.0.0/16" })
      .add("aws_subnet.provider", { ...subnet("10.9.1.0/24", zone), vpc_id: "${aws_vpc.provider.id}" })
      .add("aws_lb.provider", { load_balancer_type: "network", subnets: ["${aws_subnet.provider.id}"] })
      .add("aws_vpc_endpoint_service.provider", {
        acceptance_required: acceptanceRequired,
        network_load_balancer_arns: ["${aws_lb.provider.arn}"],
      })
      .add("aws_vpc_endpoint.consumer", {
        ...interfaceEndpoint("x"),
        service_name: "${aws_vpc_endpoint_service.provider.service_name}",
        private_dns_enabled: false,
        subnet_ids: ["${aws_subnet.endpoint_a.id}"],
      });

  it("need a zone in common", () => {
    expect(issuesWith(withService("a", false).prove(), "endpoint-zone-not-offered")).toEqual([]);
    expect(issuesWith(withService("c", false).prove(), "endpoint-zone-not-offered")).toMatchObject([
      { path: "aws_vpc_endpoint.consumer" },
    ]);
  });

  it("need somebody who accepts them, where that is required", () => {
    const fixture = withService("a", true);
    expect(issuesWith(fixture.prove(), "connection-not-accepted")).toMatchObject([
      { severity: "warning", path: "aws_vpc_endpoint.consumer" },
    ]);
    fixture.add("aws_vpc_endpoint_connection_accepter.consumer", {
      vpc_endpoint_service_id: "${aws_vpc_endpoint_service.provider.id}",
      vpc_endpoint_id: "${aws_vpc_endpoint.consumer.id}",
    });
    expect(issuesWith(fixture.prove(), "connection-not-accepted")).toEqual([]);
    expect(issuesWith(withService("a", false).prove(), "connection-not-accepted")).toEqual([]);
  });
});
