import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { expect, it } from "vitest";
import {
  ApplicationLoadBalancer,
  EndpointPlan,
  FargateService,
  Peer,
  PrivateNetwork,
  VpcEndpoints,
} from "../../../modules";
import { createStacks } from "../../../stacks";
import { SAMPLE_STACK_NAMES } from "../../../stacks/sample-stack-names";
import { ordersTask } from "../../support/orders";
import { newStack, type SynthesizedStack, synthApp } from "../../support/synth";

/** A network and a service in stacks of their own, with all that is made anew before the old one goes: roles, logs, target groups. */
function apart(): ReadonlyMap<string, SynthesizedStack> {
  return synthApp((app) => {
    const shared = newStack(app, "shared");
    const stack = newStack(app, "orders");
    const queue = new SqsQueue(stack, "queue", { name: "orders" });
    const task = { ...ordersTask, grants: [{ service: "sqs", access: "send", on: queue.arn }] } as const;
    const network = new PrivateNetwork(shared, "network", { region: "eu-west-1" });
    const endpoints = new VpcEndpoints(shared, "endpoints", { network, services: EndpointPlan.forTasks([task]) });
    const ingress = { vpc: Peer.cidr("10.0.0.0/16") };
    const balancer = new ApplicationLoadBalancer(stack, "balancer", { network, ingress });
    const loadBalancers = [balancer.target({ container: "api", port: 8080 })];
    new FargateService(stack, "service", { network, endpoints, task, loadBalancers });
  });
}

/** What Terraform makes before it destroys the old one: what says so, and all that it depends on. */
function madeBeforeDestroyed({ resources, dataSources }: SynthesizedStack): ReadonlySet<string> {
  const all = new Map([...resources, ...dataSources].map((each) => [each.address, each.attributes]));
  const found = new Set<string>();
  const visit = (address: string) => {
    if (found.has(address)) return;
    found.add(address);
    const text = JSON.stringify(all.get(address));
    for (const other of all.keys()) if (new RegExp(`\\b${other.replaceAll(".", "\\.")}\\b`).test(text)) visit(other);
  };
  for (const { address, attributes } of resources) {
    const { lifecycle } = attributes;
    if (JSON.stringify(lifecycle ?? {}).includes('"create_before_destroy":true')) visit(address);
  }
  return found;
}

// An interface endpoint with private DNS beside the one that it replaces is refused by AWS: "private-dns-enabled cannot be set because there is
// already a conflicting DNS domain".
it("no endpoint is made before the one that it replaces is gone", () => {
  const settings = Object.fromEntries(
    SAMPLE_STACK_NAMES.filter((name) => !name.startsWith("private-link")).map((name) => [
      name,
      { generatedPolicies: true },
    ]),
  );
  const stacks = [...synthApp(createStacks, settings).values(), ...apart().values()];
  const made = stacks.map(madeBeforeDestroyed);
  const types = new Set(made.flatMap((each) => [...each]).map((address) => address.split(".")[0]));
  expect([...types].sort()).toEqual([
    "aws_cloudwatch_log_group",
    "aws_iam_role",
    "aws_lb_target_group",
    "aws_vpc",
    "data",
  ]);
});
