// The bindings of the provider have no `exports`, so a module names their files in full.
import { AwsProvider } from "@cdktn/provider-aws/lib/provider/index.js";
import {
  ContainerImage,
  EndpointPlan,
  FargateService,
  type FargateTask,
  PrivateNetwork,
  VpcEndpoints,
} from "cdktf-private-fargate/cdktn";
import { TerraformStack } from "cdktn";
import type { Construct } from "constructs";

const image = ContainerImage.ecr("123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders", { tag: "1.4.2" });
const task = { family: "orders", containers: { api: { image } }, uses: ["sqs"] } satisfies FargateTask;

export class OrdersStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AwsProvider(this, "aws", { region: "eu-west-1" });
    const network = new PrivateNetwork(this, "network", { region: "eu-west-1" });
    const endpoints = new VpcEndpoints(this, "endpoints", { network, services: EndpointPlan.forTasks([task]) });
    new FargateService(this, "service", { network, endpoints, task });
  }
}
