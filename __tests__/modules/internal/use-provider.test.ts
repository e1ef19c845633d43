import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import {
  ContainerImage,
  EndpointPlan,
  FargateService,
  type FargateTask,
  PrivateNetwork,
  SecurityGroup,
  VpcEndpoints,
} from "../../../modules";
import { codesOf } from "../../support/configuration-error-of";
import { type SynthesizedStack, synthApp } from "../../support/synth";

const taskIn = (region: string): FargateTask => ({
  family: "orders",
  containers: { api: { image: ContainerImage.ecr(`123456789012.dkr.ecr.${region}.amazonaws.com/orders`) } },
});

/** A service with all that it needs, in the Region of a provider. */
function serviceIn(
  stack: TerraformStack,
  id: string,
  provider: AwsProvider | undefined,
  region: string,
): PrivateNetwork {
  const task = taskIn(region);
  const of = provider === undefined ? {} : { provider };
  const network = new PrivateNetwork(stack, `${id}-network`, { region, ...of });
  const services = EndpointPlan.forTasks([task]);
  const endpoints = new VpcEndpoints(stack, `${id}-endpoints`, { network, services, ...of });
  new FargateService(stack, id, { network, endpoints, task, ...of });
  return network;
}

/** A stack whose provider is in us-east-1, and another one with the alias "west". */
function synthTwo(build: (stack: TerraformStack, west: AwsProvider) => void): SynthesizedStack {
  const stacks = synthApp((app) => {
    const stack = new TerraformStack(app, "test");
    new AwsProvider(stack, "aws", { region: "us-east-1" });
    build(stack, new AwsProvider(stack, "west", { alias: "west", region: "us-west-2" }));
  });
  const stack = stacks.get("test");
  if (stack === undefined) throw new Error("there is no stack");
  return stack;
}

const providersOf = ({ resources, dataSources }: SynthesizedStack, path: string) => [
  ...new Set(
    [...resources, ...dataSources]
      .filter((resource) => resource.path === path || resource.path.startsWith(`${path}/`))
      .map(({ attributes }) => attributes["provider"]),
  ),
];

describe("the provider of a construct", () => {
  it("is that of every resource and data source in it, so that a service in another Region is proved", () => {
    const stack = synthTwo((scope, west) => serviceIn(scope, "orders", west, "us-west-2"));
    const all = [...stack.resources, ...stack.dataSources];
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter(({ attributes }) => attributes["provider"] !== "aws.west")).toEqual([]);
  });

  it("lets two Regions stand in one stack, each proved with its own endpoints", () => {
    const stack = synthTwo((scope, west) => {
      serviceIn(scope, "near", undefined, "us-east-1");
      serviceIn(scope, "far", west, "us-west-2");
    });
    for (const part of ["-network", "-endpoints", ""]) {
      expect(providersOf(stack, `near${part}`)).toEqual([undefined]);
      expect(providersOf(stack, `far${part}`)).toEqual(["aws.west"]);
    }
  });

  it("is missed where a network is in another Region than the stack's", () => {
    expect(() => synthTwo((scope) => serviceIn(scope, "orders", undefined, "us-west-2"))).toThrow(
      /found 1 problem[\s\S]*network-region: the provider creates aws_vpc\.\S+ in us-east-1, and the network says that it is in us-west-2/,
    );
  });

  it("is that of the nearest construct, also for what is made later, and a resource keeps its own", () => {
    const stack = synthTwo((scope, west) => {
      const east = new AwsProvider(scope, "east", { alias: "east", region: "us-west-2" });
      const network = new PrivateNetwork(scope, "network", { region: "us-west-2", provider: west });
      const { vpcId } = network;
      new SecurityGroup(network, "inner", { vpcId, name: "inner", provider: east });
      new SqsQueue(network, "later", {});
      new SqsQueue(network, "own", { provider: east });
    });
    expect(providersOf(stack, "network/inner")).toEqual(["aws.east"]);
    expect(providersOf(stack, "network/later")).toEqual(["aws.west"]);
    expect(providersOf(stack, "network/own")).toEqual(["aws.east"]);
    expect(providersOf(stack, "network/vpc")).toEqual(["aws.west"]);
  });

  it("is in the stack of the construct", () => {
    const build = () =>
      synthApp((app) => {
        const shared = new TerraformStack(app, "shared");
        const provider = new AwsProvider(shared, "west", { alias: "west", region: "us-west-2" });
        new PrivateNetwork(new TerraformStack(app, "orders"), "network", { region: "us-west-2", provider });
      });
    expect(codesOf(build)).toEqual(["provider-of-other-stack"]);
    expect(build).toThrow('the provider shared/west is in the stack "shared", and the construct in "orders"');
  });

  it("is a provider", () => {
    const codes = codesOf(() =>
      synthTwo((scope) => {
        const props = { region: "us-west-2", provider: "aws.west" };
        Reflect.construct(PrivateNetwork, [scope, "network", props]);
      }),
    );
    expect(codes).toEqual(["property-malformed"]);
  });
});
