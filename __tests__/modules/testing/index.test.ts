import { Aspects, Testing } from "cdktf";
import { describe, expect, it } from "vitest";
import { EndpointPlan, FargateService, type FargateTask, PrivateNetwork, VpcEndpoints } from "../../../modules";
import { reachabilityMatchers } from "../../../modules/testing";
import { legacyNetwork, ordersTask } from "../../support/orders";
import { newStack } from "../../support/synth";

expect.extend(reachabilityMatchers);

function ordersStack(task: FargateTask = ordersTask) {
  const stack = newStack(Testing.app(), "shop");
  const network = new PrivateNetwork(stack, "network", { region: "eu-west-1", availabilityZones: ["eu-west-1a"] });
  const endpoints = new VpcEndpoints(stack, "endpoints", { network, services: EndpointPlan.forTasks([task]) });
  new FargateService(stack, "orders", { network, endpoints, task });
  return { stack, network };
}

/** What an expectation that fails says. */
function messageOf(expectation: () => void): string {
  try {
    expectation();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error("the expectation holds");
}

describe("toReachEveryService", () => {
  it("holds for a stack, its app, a construct in it, its JSON as text or object, and a list of them", () => {
    const { stack, network } = ordersStack();
    const text = Testing.synth(stack);
    for (const received of [stack, stack.node.root, network, text, JSON.parse(text), [text], [stack]]) {
      expect(received).toReachEveryService();
    }
  });

  it("fails for a call that does not arrive, and says which, where and why", () => {
    const { stack, network } = ordersStack();
    network.vpc.addOverride("enable_dns_support", false);
    expect(stack).not.toReachEveryService();
    const message = messageOf(() => expect(stack).toReachEveryService());
    expect(message).toContain("not every service is reached");
    expect(message).toMatch(/vpc-dns-support-off: .*enable_dns_support of aws_vpc\.network_vpc_\w+ is off/);
  });

  it("sees what an Aspect changes, and what the application calls", () => {
    const { stack, network } = ordersStack({ ...ordersTask, uses: ["sqs"] });
    expect(stack).toReachEveryService();
    const message = messageOf(() => expect(stack).not.toReachEveryService());
    expect(message).toContain("every service is reached, which was not expected");
    expect(message).toContain("sqs");
    Aspects.of(stack).add({
      visit: (node) => {
        if (node === network.vpc) network.vpc.addOverride("enable_dns_hostnames", false);
      },
    });
    expect(stack).not.toReachEveryService();
  });

  it("allows what nobody knows where the test says so, and nothing that is broken", () => {
    const stack = newStack(Testing.app(), "shop");
    const endpoints = new VpcEndpoints(stack, "endpoints", {
      network: legacyNetwork,
      services: EndpointPlan.forTasks([ordersTask]),
    });
    const { service } = new FargateService(stack, "orders", { network: legacyNetwork, endpoints, task: ordersTask });
    expect(stack).not.toReachEveryService();
    expect(stack).toReachEveryService({ allowUnknown: true });
    service.addOverride("network_configuration.security_groups", ["sg-0123456789abcdef0"]);
    endpoints.interfaces.get("logs")?.endpoint.addOverride("private_dns_enabled", false);
    expect(stack).not.toReachEveryService({ allowUnknown: true });
  });

  it("fails where there is no task, since nothing was shown then", () => {
    expect(messageOf(() => expect(newStack()).toReachEveryService())).toContain("There is no Fargate task");
  });

  it("names what it cannot read", () => {
    expect(messageOf(() => expect(42).toReachEveryService())).toContain("is expected, not 42");
    expect(messageOf(() => expect("{").toReachEveryService())).toContain("JSON");
  });
});
