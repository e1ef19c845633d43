import { expect, it } from "vitest";
import { TransitGateway } from "../../../modules";
import { legacyNetwork } from "../../support/orders";
import { synth } from "../../support/synth";

it("a transit gateway has the network attached, and the names of both are that of the network", () => {
  const stack = synth(
    (scope) => new TransitGateway(scope, "gateway", { network: legacyNetwork, tags: { Team: "net" } }),
  );
  const tags = { Name: legacyNetwork.name, Team: "net" };
  expect(stack.all("aws_ec2_transit_gateway").map(({ attributes }) => attributes)).toMatchObject([{ tags }]);
  expect(stack.all("aws_ec2_transit_gateway_vpc_attachment").map(({ attributes }) => attributes)).toMatchObject([
    { tags, vpc_id: legacyNetwork.vpcId },
  ]);
});
