import { reachabilityMatchers, terraformOf } from "cdktf-private-fargate/cdktn/testing";
import { Testing } from "cdktn";
import { expect, it } from "vitest";
import { OrdersStack } from "./orders-stack.js";

expect.extend(reachabilityMatchers);

it("reaches everything that its task calls", () => {
  expect(new OrdersStack(Testing.app(), "orders")).toReachEveryService();
});

it("has the endpoints of its plan", () => {
  const terraform = JSON.stringify(terraformOf(new OrdersStack(Testing.app(), "orders")));
  for (const service of ["ecr.api", "ecr.dkr", "logs", "s3", "sqs"]) {
    expect(terraform).toContain(`"service_name":"com.amazonaws.eu-west-1.${service}"`);
  }
});
