import { describe, expect, it } from "vitest";
import { FargateService, type FargateTask, type Network, PrivateNetwork, VpcEndpoints } from "../../../modules";
import { configurationErrorOf } from "../../support/configuration-error-of";
import { appSubnet, legacyNetwork, ordersTask } from "../../support/orders";
import { newStack } from "../../support/synth";

const region = "eu-west-1";
const SERVICES = ["s3", "ecr.api", "ecr.dkr", "logs"] as const;

/** What is wrong with a service in one network that is given the endpoints of another. */
function issuesOf(
  build: (stack: ReturnType<typeof newStack>) => readonly [own: Network, others: Network],
  task: FargateTask = ordersTask,
) {
  const stack = newStack();
  const [own, others] = build(stack);
  const endpoints = new VpcEndpoints(stack, "endpoints", { network: others, services: [...SERVICES] });
  return () => new FargateService(stack, "orders", { network: own, endpoints, task });
}

describe("the endpoints of another network", () => {
  const two = (stack: ReturnType<typeof newStack>) =>
    [new PrivateNetwork(stack, "blue", { region }), new PrivateNetwork(stack, "green", { region })] as const;

  it("are refused, with both networks and one issue", () => {
    const { issues } = configurationErrorOf(issuesOf(two));
    expect(issues).toMatchObject([
      {
        code: "endpoints-of-other-network",
        path: "endpoints",
        problem: "the endpoints test/endpoints are those of the network test/green, and the task runs in test/blue",
      },
    ]);
  });

  it("are refused where both exist", () => {
    const other = { ...legacyNetwork, name: "other", vpcId: "vpc-0b" };
    const { issues } = configurationErrorOf(issuesOf(() => [legacyNetwork, other]));
    expect(issues).toMatchObject([{ code: "endpoints-of-other-network", problem: expect.stringContaining('"other"') }]);
  });

  it("are none where another object describes the same VPC", () => {
    expect(issuesOf(() => [legacyNetwork, { ...legacyNetwork, name: "the same" }])).not.toThrow();
    expect(
      issuesOf((stack) => {
        const [network] = two(stack);
        return [network, { ...legacyNetwork, vpcId: network.vpc.id }];
      }),
    ).not.toThrow();
  });

  it("are left to the proof where the calls have another way: NAT, or a gateway endpoint of the network itself", () => {
    const wayOut = { ...legacyNetwork, vpcId: "vpc-0c", wayOut: "nat-gateway" } as const;
    expect(issuesOf(() => [wayOut, legacyNetwork])).not.toThrow();
    const gateway = { type: "Gateway", service: "s3", prefixListId: "pl-0a" } as const;
    const own = { ...legacyNetwork, vpcId: "vpc-0d", subnets: [appSubnet], endpoints: [gateway] };
    expect(issuesOf(() => [own, legacyNetwork])).not.toThrow();
  });
});
