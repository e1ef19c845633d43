import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { type App, TerraformStack } from "cdktf";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  ApplicationLoadBalancer,
  ContainerImage,
  EndpointPlan,
  FargateService,
  type FargateTask,
  Peer,
  PrivateNetwork,
  VpcEndpoints,
  type VpcEndpointsProps,
} from "../../modules";
import { describeE2e } from "../support/emulator/e2e-tools";
import { EmulatedAccount } from "../support/emulator/emulated-account";
import type { TerraformDeployment } from "../support/emulator/terraform-deployment";

const REGION = "eu-west-1";

/** What people change in a system that stands. */
interface Edits {
  readonly zones?: readonly string[];
  readonly family?: string;
  readonly networkName?: string;
  readonly policies?: VpcEndpointsProps["policies"];
  /** Family of a further service, which sends to a queue. */
  readonly caller?: string;
}

/** A service behind a load balancer, as the library makes it where nothing is said. */
class OrdersStack extends TerraformStack {
  constructor(scope: App, edits: Edits = {}) {
    super(scope, "shop");
    new AwsProvider(this, "aws", { region: REGION });
    const { zones = ["a", "b"], family = "orders", networkName = "shop", policies = "aws-default" } = edits;
    const image = ContainerImage.ecr(`123456789012.dkr.ecr.${REGION}.amazonaws.com/orders`, { tag: "1.4.2" });
    const orders = { family, containers: { api: { image, ports: [8080] } } } satisfies FargateTask;
    const callers = edits.caller === undefined ? [] : [callerOf(edits.caller, image)];
    const network = new PrivateNetwork(this, "network", {
      name: networkName,
      region: REGION,
      availabilityZones: zones.map((zone) => `${REGION}${zone}`),
    });
    const endpoints = new VpcEndpoints(this, "endpoints", {
      network,
      services: EndpointPlan.forTasks([orders, ...callers]),
      policies,
    });
    const ingress = { vpc: Peer.cidr("10.0.0.0/16") };
    const balancer = new ApplicationLoadBalancer(this, "balancer", { network, ingress });
    const scaling = { min: 0, max: 4, cpu: 60 };
    const loadBalancers = [balancer.target({ container: "api", port: 8080 })];
    const service = new FargateService(this, "orders", { network, endpoints, task: orders, scaling, loadBalancers });
    for (const task of callers) {
      new FargateService(this, "caller", { network, endpoints, task, calls: { orders: { service } } });
    }
  }
}

function callerOf(family: string, image: ContainerImage) {
  return {
    family,
    containers: { main: { image } },
    grants: [{ service: "sqs", access: "send", on: `arn:aws:sqs:${REGION}:123456789012:jobs` }],
  } satisfies FargateTask;
}

describeE2e("a system that stands", (tools) => {
  let account: EmulatedAccount;
  let standing: TerraformDeployment;

  beforeAll(async () => {
    account = await EmulatedAccount.start(tools);
    standing = await account.deploy((app) => new OrdersStack(app));
  });

  afterAll(() => account?.stop());

  /** What Terraform would replace or remove were the system so, and how often it would make what. */
  async function planWith(edits: Edits) {
    const [edited] = account.synthesize((app) => new OrdersStack(app, edits), {}, standing);
    if (edited === undefined) throw new Error("the app has no stack");
    await edited.terraform("init", "-input=false");
    const { differences } = await edited.plan();
    const removed = differences.filter(({ actions }) => actions.includes("delete")).map(({ address }) => address);
    const made = differences.filter(({ actions }) => actions.includes("create")).map(({ type }) => type);
    return { removed, made };
  }

  it("gets a further zone, another name, policies and a further service, and replaces nothing", async () => {
    const { removed, made } = await planWith({
      zones: ["a", "b", "c"],
      networkName: "store",
      policies: "generated",
      caller: "checkout",
    });
    expect(removed).toEqual([]);
    const count = (type: string) => made.filter((each) => each === type).length;
    const types = ["aws_subnet", "aws_vpc_endpoint_policy", "aws_ecs_service", "aws_vpc_endpoint"];
    expect(types.map(count)).toEqual([1, 5, 1, 1]);
  });

  it("gets another family, and replaces the task definition alone", async () => {
    const { removed, made } = await planWith({ family: "purchases" });
    expect(removed).toEqual([expect.stringMatching(/^aws_ecs_task_definition[.]/)]);
    expect(made).toEqual(["aws_ecs_task_definition"]);
  });
});
