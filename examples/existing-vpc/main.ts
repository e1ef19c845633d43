import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, TerraformStack } from "cdktf";
import {
  ContainerImage,
  EndpointPlan,
  FargateService,
  type FargateTask,
  type Network,
  Peer,
  VpcEndpoints,
} from "cdktf-private-fargate";

const app = new App();
const stack = new TerraformStack(app, "orders");
new AwsProvider(stack, "aws", { region: "eu-west-1" });

// The VPC that somebody else has made. What stands here is taken on your word, and the proof lists what rests on it.
const network: Network = {
  name: "legacy",
  region: "eu-west-1",
  vpcId: "vpc-0123456789abcdef0",
  cidrBlock: "172.20.0.0/16",
  dns: { support: true, hostnames: true },
  domainNameServers: ["AmazonProvidedDNS"],
  networkAcls: "allow-all",
  subnets: [
    {
      name: "a",
      id: "subnet-0123456789abcdefa",
      tier: "shared",
      availabilityZone: "eu-west-1a",
      cidrBlock: "172.20.1.0/24",
      routeTableId: "rtb-0123456789abcdefa",
    },
    {
      name: "b",
      id: "subnet-0123456789abcdefb",
      tier: "shared",
      availabilityZone: "eu-west-1b",
      cidrBlock: "172.20.2.0/24",
      routeTableId: "rtb-0123456789abcdefb",
    },
  ],
  // The one endpoint that it has already. No second one is made for the service.
  endpoints: [
    {
      type: "Interface",
      service: "logs",
      securityGroupIds: ["sg-0123456789abcdef0"],
      subnetIds: ["subnet-0123456789abcdefa", "subnet-0123456789abcdefb"],
      admits: [Peer.cidr("172.20.0.0/16")],
      policy: "full-access",
    },
  ],
};

const image = ContainerImage.ecr("123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders", { tag: "1.4.2" });
const task = { family: "orders", containers: { api: { image } } } satisfies FargateTask;

// What the task needs and the VPC does not have: s3, ecr.api, ecr.dkr.
const endpoints = new VpcEndpoints(stack, "endpoints", { network, services: EndpointPlan.forTasks([task]) });
new FargateService(stack, "service", { network, endpoints, task });
app.synth();
