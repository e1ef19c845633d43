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

const image = ContainerImage.ecr("123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders", { tag: "1.4.2" });
const task = { family: "orders", containers: { api: { image } } } satisfies FargateTask;

const app = new App();
const stack = new TerraformStack(app, "orders");
new AwsProvider(stack, "aws", { region: "eu-west-1" });
const network = new PrivateNetwork(stack, "network", { region: "eu-west-1" });
const endpoints = new VpcEndpoints(stack, "endpoints", { network, services: EndpointPlan.forTasks([task]) });
new FargateService(stack, "service", { network, endpoints, task });
app.synth();
