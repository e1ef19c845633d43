const { AwsProvider } = require("@cdktf/provider-aws/lib/provider");
const { App, TerraformStack } = require("cdktf");
const { ContainerImage, EndpointPlan, FargateService, PrivateNetwork, VpcEndpoints } = require("cdktf-private-fargate");

const image = ContainerImage.ecr("123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders", { tag: "1.4.2" });
/** @type {import("cdktf-private-fargate").FargateTask} */
const task = { family: "orders", containers: { api: { image } } };

const app = new App();
const stack = new TerraformStack(app, "orders");
new AwsProvider(stack, "aws", { region: "eu-west-1" });
const network = new PrivateNetwork(stack, "network", { region: "eu-west-1" });
const endpoints = new VpcEndpoints(stack, "endpoints", { network, services: EndpointPlan.forTasks([task]) });
new FargateService(stack, "service", { network, endpoints, task });
app.synth();
