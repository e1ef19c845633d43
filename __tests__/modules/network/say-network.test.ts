import { DataAwsVpc } from "@cdktf/provider-aws/lib/data-aws-vpc";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { App, type TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import { EndpointPlan, FargateService, type Network, PrivateNetwork, VpcEndpoints } from "../../../modules";
import { resolvedTerraform } from "../../../modules/validation/emitted-terraform";
import { legacyNetwork, ordersTask } from "../../support/orders";
import { newStack } from "../../support/synth";

/** What the comments of some stacks say of networks. */
function saidIn(build: (app: App) => void): readonly string[] {
  const app = new App({ skipValidation: true });
  build(app);
  return resolvedTerraform(app).flatMap((stack) => JSON.stringify(stack).match(/"network":\{[^[]*/g) ?? []);
}

function orders(stack: TerraformStack, network: Network, id = "orders"): void {
  const endpoints = new VpcEndpoints(stack, `${id}-endpoints`, {
    network,
    services: EndpointPlan.forTasks([ordersTask]),
  });
  new FargateService(stack, id, { network, endpoints, task: { ...ordersTask, family: id } });
}

describe("what a network says of a VPC that exists", () => {
  it("is written once in each stack that uses it", () => {
    const said = saidIn((app) => {
      for (const name of ["first", "second"]) {
        const stack = newStack(app, name);
        orders(stack, legacyNetwork);
        orders(stack, legacyNetwork, "again");
      }
    });
    expect(said).toHaveLength(2);
    for (const each of said) expect(each).toContain('"vpcId":"vpc-0123456789abcdef0"');
  });

  it("is written with what data sources look up", () => {
    const said = saidIn((app) => {
      const stack = newStack(app);
      orders(stack, { ...legacyNetwork, vpcId: new DataAwsVpc(stack, "vpc", { tags: { Name: "legacy" } }).id });
    });
    expect(said).toEqual([expect.stringContaining('"vpcId":"${data.aws_vpc.vpc.id}"')]);
  });

  it("is not written for a VPC that the app creates, which is in the Terraform itself", () => {
    const said = saidIn((app) => {
      const stack = newStack(app);
      orders(stack, new PrivateNetwork(stack, "network", { region: "eu-west-1", availabilityZones: ["eu-west-1a"] }));
      orders(stack, { ...legacyNetwork, vpcId: new Vpc(stack, "vpc", { cidrBlock: "172.20.0.0/16" }).id }, "own");
    });
    expect(said).toEqual([]);
  });
});
