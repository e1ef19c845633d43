import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, TerraformStack } from "cdktf";
import {
  ContainerImage,
  EndpointPlan,
  FargateService,
  type FargateTask,
  PrivateNetwork,
  VpcEndpoints,
} from "cdktf-private-fargate";
import type { Construct } from "constructs";

const task = {
  family: "orders",
  containers: {
    api: {
      image: ContainerImage.ecr("123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders", { tag: "1.4.2" }),
    },
  },
} satisfies FargateTask;

export class OrdersStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AwsProvider(this, "aws", { region: "eu-west-1" });
    const network = new PrivateNetwork(this, "network", { region: "eu-west-1" });
    const services = EndpointPlan.forTasks([task]);
    const endpoints = new VpcEndpoints(this, "endpoints", { network, services });
    new FargateService(this, "service", { network, endpoints, task });
  }
}

if (require.main === module) {
  const app = new App();
  new OrdersStack(app, "orders");
  app.synth();
}
