import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { Testing } from "cdktf";
import { reachabilityMatchers } from "cdktf-private-fargate/testing";
import { OrdersStack } from "../main";
// cdktf's own matchers.
import "cdktf/lib/testing/adapters/jest";

expect.extend(reachabilityMatchers);

describe("the orders stack", () => {
  const stack = () => new OrdersStack(Testing.app(), "orders");

  it("reaches everything that its task calls", () => {
    expect(stack()).toReachEveryService();
  });

  it("has the endpoints of its plan", () => {
    expect(Testing.synth(stack())).toHaveResourceWithProperties(VpcEndpoint, {
      service_name: "com.amazonaws.eu-west-1.ecr.api",
    });
  });
});
