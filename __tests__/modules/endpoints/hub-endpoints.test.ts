import { describe, expect, it } from "vitest";
import { EndpointPlan, HubEndpoints, type HubEndpointsProps, PrivateNetwork } from "../../../modules";
import { configurationErrorOf } from "../../support/configuration-error-of";
import { ordersTask } from "../../support/orders";
import { synth } from "../../support/synth";

const plan = EndpointPlan.forTasks([ordersTask]);

function synthHub(services: HubEndpointsProps["services"]) {
  return synth((scope) => {
    const network = new PrivateNetwork(scope, "network", {
      ...{ region: "eu-west-1", availabilityZones: ["eu-west-1a"], cidrBlock: "10.1.0.0/16" },
    });
    return new HubEndpoints(scope, "hub", { network, services });
  });
}

const attributesOf = (stack: ReturnType<typeof synth>, type: string) =>
  stack.all(type).map(({ attributes }) => attributes);

describe("HubEndpoints", () => {
  it("makes interface endpoints without private DNS, and leaves gateway endpoints to the spokes", () => {
    for (const services of [plan, ["ecr.api", "ecr.dkr", "logs", "s3"] as const]) {
      const endpoints = attributesOf(synthHub(services), "aws_vpc_endpoint");
      expect(endpoints.map((each) => [each["service_name"], each["private_dns_enabled"]])).toEqual([
        ["com.amazonaws.eu-west-1.ecr.api", false],
        ["com.amazonaws.eu-west-1.ecr.dkr", false],
        ["com.amazonaws.eu-west-1.logs", false],
      ]);
    }
  });

  it("makes a zone for each service, whose VPCs Terraform leaves alone, and records for what is called", () => {
    const stack = synthHub(plan);
    expect(attributesOf(stack, "aws_route53_zone").map(({ name, lifecycle }) => [name, lifecycle])).toEqual([
      ["api.ecr.eu-west-1.amazonaws.com", { ignore_changes: ["vpc"] }],
      ["dkr.ecr.eu-west-1.amazonaws.com", { ignore_changes: ["vpc"] }],
      ["logs.eu-west-1.amazonaws.com", { ignore_changes: ["vpc"] }],
    ]);
    expect(attributesOf(stack, "aws_route53_record").map(({ name, type }) => [name, type])).toEqual([
      ["api.ecr.eu-west-1.amazonaws.com", "A"],
      ["*.dkr.ecr.eu-west-1.amazonaws.com", "A"],
      ["logs.eu-west-1.amazonaws.com", "A"],
    ]);
  });

  it("admits nobody by itself", () => {
    expect(synthHub(plan).all("aws_vpc_security_group_ingress_rule")).toEqual([]);
  });

  it("refuses a service whose host names are not established", () => {
    const { issues } = configurationErrorOf(() => synthHub(["logs", "iot.data"]));
    expect(issues).toMatchObject([{ code: "hub-host-name-unknown", path: "services.iot.data" }]);
  });
});
