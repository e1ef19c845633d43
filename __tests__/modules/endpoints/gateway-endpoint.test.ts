import { describe, expect, it } from "vitest";
import { GatewayEndpoint, PrivateNetwork } from "../../../modules";
import { configurationErrorOf } from "../../support/configuration-error-of";
import { appSubnet, endpointSubnet, legacyNetwork } from "../../support/orders";
import { newStack, parsed, ref, synth } from "../../support/synth";

describe("GatewayEndpoint", () => {
  it("is a route in the route table of every task subnet, and of no endpoint subnet", () => {
    const stack = synth((scope) => {
      const network = new PrivateNetwork(scope, "network", {
        region: "eu-west-1",
        name: "main",
        subnets: [
          { name: "app", tier: "application", availabilityZone: "eu-west-1a", cidrBlock: "10.0.1.0/24" },
          { name: "shared", tier: "shared", availabilityZone: "eu-west-1b", cidrBlock: "10.0.2.0/24" },
          {
            name: "endpoint",
            tier: "endpoint",
            availabilityZone: "eu-west-1c",
            cidrBlock: "10.0.3.0/24",
            routeTable: "own",
          },
        ],
      });
      new GatewayEndpoint(scope, "s3", { network, service: "s3" });
    });
    expect(stack.only("aws_vpc_endpoint").attributes).toEqual({
      vpc_id: ref(stack.only("aws_vpc"), "id"),
      service_name: "com.amazonaws.eu-west-1.s3",
      vpc_endpoint_type: "Gateway",
      route_table_ids: ["app", "shared"].map((name) => ref(stack.at(`network/route-table-${name}`), "id")),
      tags: { Name: "main-s3" },
    });
  });

  it("names a route table once that several subnets share", () => {
    const stack = synth((scope) => {
      const subnets = [appSubnet, { ...appSubnet, name: "app-2", id: "subnet-0c" }, endpointSubnet];
      const network = { ...legacyNetwork, subnets };
      new GatewayEndpoint(scope, "dynamodb", { network, service: "dynamodb" });
    });
    expect(stack.only("aws_vpc_endpoint").attributes).toMatchObject({
      service_name: "com.amazonaws.eu-west-1.dynamodb",
      route_table_ids: ["rtb-0a"],
    });
  });

  it("takes a policy and tags", () => {
    const stack = synth((scope) => {
      new GatewayEndpoint(scope, "s3", {
        network: legacyNetwork,
        service: "s3",
        policy: [{ principal: "*", actions: ["s3:GetObject"], resources: ["arn:aws:s3:::layers/*"] }],
        tags: { Name: "Layers" },
      });
    });
    const { policy, tags } = stack.only("aws_vpc_endpoint").attributes;
    expect(tags).toEqual({ Name: "Layers" });
    expect(parsed(policy)).toEqual({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: "*", Action: ["s3:GetObject"], Resource: ["arn:aws:s3:::layers/*"] }],
    });
  });

  it("refuses every task subnet without a route table, in one error", () => {
    const error = configurationErrorOf(() => {
      const subnets = ["one", "two"].map((name, index) => ({
        name,
        id: `subnet-${name}`,
        tier: "application" as const,
        availabilityZone: "eu-west-1a",
        cidrBlock: `172.20.${index}.0/24`,
      }));
      new GatewayEndpoint(newStack(), "s3", { network: { ...legacyNetwork, subnets }, service: "s3" });
    });
    expect(error.issues.map(({ code }) => code)).toEqual(Array(2).fill("gateway-endpoint-route-missing"));
    expect(error.message).toMatch(/^test\/s3 \(GatewayEndpoint\) has 2 problems\n/);
    expect(error.message).toContain('"one"');
    expect(error.message).toContain('"two"');
    expect(error.stack).toContain("gateway-endpoint.test.ts");
  });
});
