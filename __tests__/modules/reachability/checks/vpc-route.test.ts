import { describe, expect, it } from "vitest";
import { over, withEndpointHub } from "../support/endpoint-hub";
import { isolatedNetwork, withNatGateway } from "../support/isolated-network";
import { dependency, type TerraformFixture } from "../support/terraform-fixture";

const issueOf = (fixture: TerraformFixture) => dependency(fixture.prove(), "logs").issue;

describe("routes between VPCs", () => {
  it.each([
    ["there", "to_hub", "aws_route_table.app", "10.1.1.0/24 of aws_vpc.hub, which the call to"],
    ["back", "to_spoke", "aws_route_table.hub", "10.0.1.0/24 of aws_vpc.main, which the answer of"],
  ])("lead %s, or the route is missing", (_, route, path, problem) => {
    const issue = issueOf(withEndpointHub().remove(`aws_route.${route}`));
    expect(issue).toMatchObject({
      code: "vpc-route-missing",
      path,
      problem: expect.stringContaining(`${problem} aws_vpc_endpoint.logs needs`),
    });
  });

  it("lead there for a part of the addresses only, which is not enough to know", () => {
    const fixture = withEndpointHub()
      .add("aws_route.to_hub", over("peering", "app", "10.1.1.0/25"))
      .add("aws_route.to_hub_b", over("peering", "app", "10.1.2.0/24"));
    expect(issueOf(fixture)).toMatchObject({ code: "vpc-route-unknown", path: "aws_route.to_hub" });
  });

  it("count before the default route, which leads to the internet", () => {
    const hub = withEndpointHub();
    const nat = withNatGateway(isolatedNetwork()).json.resource;
    for (const [type, blocks] of Object.entries(nat)) {
      for (const [name, block] of Object.entries(blocks)) {
        if (/^aws_(?:internet|nat)/.test(type) || ["public", "nat"].includes(name)) hub.add(`${type}.${name}`, block);
      }
    }
    expect(issueOf(hub)).toBeUndefined();
    expect(issueOf(hub.remove("aws_route.to_hub"))).toMatchObject({
      code: "vpc-route-missing",
      path: "aws_route_table.app",
      problem: expect.stringContaining("aws_route.nat leads from aws_subnet.app_a to the internet"),
    });
  });

  it.each([
    ["a firewall", { network_interface_id: "eni-0123456789abcdef0" }],
    ["a virtual private gateway", { gateway_id: "vgw-0123456789abcdef0" }],
    ["a core network", { core_network_arn: "arn:aws:networkmanager::123456789012:core-network/core-network-0" }],
  ])("are not followed to %s", (_, target) => {
    const { vpc_peering_connection_id: _peering, ...route } = over("peering", "app", "10.1.0.0/16");
    expect(issueOf(withEndpointHub().add("aws_route.to_hub", { ...route, ...target }))).toMatchObject({
      code: "vpc-route-unknown",
      path: "aws_route.to_hub",
    });
  });

  it.each([
    ["10.1.0.0/16", "the same block"],
    ["10.1.1.0/24", "a block in it"],
    ["10.0.0.0/8", "a block around it"],
  ])("do not lead out of %s, which is %s: the local route comes first", (block) => {
    const fixture = withEndpointHub().set("aws_vpc.main", { cidr_block: block });
    expect(issueOf(fixture)).toMatchObject({ code: "vpc-blocks-overlap", path: "aws_vpc.main" });
  });

  it("are not known from subnets that are elsewhere", () => {
    const fixture = withEndpointHub().set("aws_vpc_endpoint.logs", { subnet_ids: ["subnet-0123456789abcdef0"] });
    expect(issueOf(fixture)?.severity).toBe("note");
  });
});
