import { describe, expect, it } from "vitest";
import { EndpointPlan, FargateService, type Network, PrivateNetwork, VpcEndpoints } from "../../../modules";
import { legacyNetwork, ordersTask } from "../../support/orders";
import { newStack, ref, synth } from "../../support/synth";

describe("Network", () => {
  it("is satisfied by a PrivateNetwork", () => {
    const network: Network = new PrivateNetwork(newStack(), "network", { region: "eu-west-1" });
    expect(network.subnets.map(({ name, tier }) => [name, tier])).toEqual([
      ["private-a", "shared"],
      ["private-b", "shared"],
    ]);
  });

  it("as an object literal is a VPC that exists already: endpoints and a service are placed in it", () => {
    const stack = synth((scope) => {
      const endpoints = new VpcEndpoints(scope, "endpoints", {
        network: legacyNetwork,
        services: EndpointPlan.forTasks([ordersTask]),
      });
      new FargateService(scope, "service", { network: legacyNetwork, endpoints, task: ordersTask });
    });
    for (const type of ["aws_vpc", "aws_subnet", "aws_route_table"]) expect(stack.all(type)).toEqual([]);
    expect(stack.at("endpoints/s3/Resource").attributes).toMatchObject({
      vpc_id: "vpc-0123456789abcdef0",
      route_table_ids: ["rtb-0a"],
    });
    expect(stack.at("endpoints/logs/Resource").attributes).toMatchObject({
      vpc_id: "vpc-0123456789abcdef0",
      subnet_ids: ["subnet-0b"],
    });
    expect(stack.only("aws_ecs_service").attributes["network_configuration"]).toEqual({
      assign_public_ip: false,
      subnets: ["subnet-0a"],
      security_groups: [ref(stack.at("service/security-group/Resource"), "id")],
    });
  });
});
