import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, type TerraformStack } from "cdktf";
import { afterAll, describe, expect, it } from "vitest";
import { EndpointPlan, InterfaceEndpoint, PrivateNetwork, VpcEndpoints } from "../../modules";
import { countResources, describeStack } from "../../scripts/describe-stack";
import { ordersTask } from "../support/orders";
import { newStack } from "../support/synth";

const outdir = mkdtempSync(join(tmpdir(), "describe-stack-"));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

function describeSynthesized(build: (stack: TerraformStack) => void): string {
  const app = new App({ outdir });
  const stack = newStack(app, "orders-stack");
  build(stack);
  app.synth();
  return describeStack(stack, outdir);
}

describe("describeStack", () => {
  it("counts the resources, names the file, and explains the plan", () => {
    const plan = EndpointPlan.forTasks([ordersTask]);
    const text = describeSynthesized((stack) => {
      const network = new PrivateNetwork(stack, "network", { region: "eu-west-1" });
      new VpcEndpoints(stack, "endpoints", { network, services: plan });
    });
    // VPC and its default group, two subnets, two route tables, two associations, the endpoints and their security group.
    expect(text).toContain(`orders-stack: ${9 + plan.endpoints.length} resources in `);
    expect(text).toContain("stacks/orders-stack/cdk.tf.json");
    for (const line of plan.explain().split("\n")) expect(text).toContain(`  ${line}`);
  });

  it("names the endpoints that no plan asked for", () => {
    const text = describeSynthesized((stack) => {
      const network = new PrivateNetwork(stack, "network", { region: "eu-west-1" });
      new VpcEndpoints(stack, "session-endpoints", { network, services: ["ssm", "ssmmessages"] });
      new InterfaceEndpoint(stack, "partner", { network, service: "sqs", securityGroupIds: ["sg-1"] });
    });
    expect(text).toContain("  session-endpoints, named in the stack: ssm, ssmmessages");
    expect(text).toContain("  partner, named in the stack: an interface endpoint");
  });
});

describe("countResources", () => {
  it("counts every resource of every type, and no data source", () => {
    const json = { resource: { aws_vpc: { a: {} }, aws_subnet: { b: {}, c: {} } }, data: { aws_region: { d: {} } } };
    expect(countResources(json)).toBe(3);
    expect(countResources({})).toBe(0);
  });
});
