import { describe, expect, it } from "vitest";
import { EndpointPlan } from "../../../modules";
import { requestedEndpoints } from "../../../modules/endpoints/requested-endpoints";
import { legacyNetwork, ordersTask } from "../../support/orders";

describe("requestedEndpoints", () => {
  it("takes the types from a plan", () => {
    expect(requestedEndpoints(EndpointPlan.forTasks([ordersTask]).in(legacyNetwork), legacyNetwork)).toEqual({
      gateways: ["s3"],
      interfaces: ["ecr.api", "ecr.dkr", "logs"],
    });
  });

  it("takes a gateway for s3 and dynamodb in a list, and an interface for everything else", () => {
    expect(requestedEndpoints(["sqs", "dynamodb", "s3", "s3", "ecr.api"], legacyNetwork)).toEqual({
      gateways: ["dynamodb", "s3"],
      interfaces: ["sqs", "ecr.api"],
    });
  });

  it("leaves out what the network has", () => {
    const network = {
      ...legacyNetwork,
      endpoints: [{ type: "Gateway" as const, service: "s3" as const, prefixListId: "pl-1" }],
    };
    expect(requestedEndpoints(["s3", "logs"], network)).toEqual({ gateways: [], interfaces: ["logs"] });
  });
});
