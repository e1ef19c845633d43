import { ContainerImage, type FargateTask, type Network, type NetworkSubnet } from "../../modules";

/** The URL of an ECR repository. */
export const REPOSITORY_URL = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders";

/** A task that pulls from ECR and writes logs; it needs s3, ecr.api, ecr.dkr and logs. */
export const ordersTask = {
  family: "orders",
  containers: { api: { image: ContainerImage.ecr(REPOSITORY_URL, { tag: "1.4.2" }), ports: [8080] } },
} satisfies FargateTask;

/** A subnet for tasks that exists already. */
export const appSubnet = {
  name: "app",
  id: "subnet-0a",
  tier: "application",
  availabilityZone: "eu-west-1a",
  cidrBlock: "172.20.1.0/24",
  routeTableId: "rtb-0a",
} as const satisfies NetworkSubnet;

/** A subnet for endpoints that exists already. */
export const endpointSubnet = {
  name: "endpoint",
  id: "subnet-0b",
  tier: "endpoint",
  availabilityZone: "eu-west-1a",
  cidrBlock: "172.20.2.0/24",
} as const satisfies NetworkSubnet;

/** A VPC that exists already, as an object literal. */
export const legacyNetwork = {
  name: "legacy",
  region: "eu-west-1",
  vpcId: "vpc-0123456789abcdef0",
  cidrBlock: "172.20.0.0/16",
  dns: { support: true, hostnames: true },
  subnets: [appSubnet, endpointSubnet],
} as const satisfies Network;
