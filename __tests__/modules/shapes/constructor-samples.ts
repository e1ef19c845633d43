import {
  ApplicationLoadBalancer,
  ContainerImage,
  EndpointPlan,
  EndpointService,
  ExistingNetwork,
  FargateCluster,
  FargateService,
  FargateTaskDefinition,
  HubEndpoints,
  Instance,
  InterfaceEndpoint,
  LogDriver,
  type Network,
  NetworkLoadBalancer,
  Peer,
  PrivateNetwork,
  ScheduledFargateTask,
  SecretSource,
  SecurityGroup,
  SpokeNetwork,
  TransitGateway,
  TransitGatewayConnection,
  Volume,
  VpcEndpoints,
  VpcPeering,
} from "../../../modules";
import { newStack } from "../../support/synth";

const image = ContainerImage.ecr("123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders", { tag: "1.4.2" });
const network = {
  name: "legacy",
  region: "eu-west-1",
  vpcId: "vpc-0123456789abcdef0",
  cidrBlock: "172.20.0.0/16",
  dns: { support: true, hostnames: true },
  subnets: [
    {
      name: "a",
      id: "subnet-0a",
      tier: "shared",
      availabilityZone: "eu-west-1a",
      cidrBlock: "172.20.1.0/24",
      routeTableId: "rtb-0a",
    },
    {
      name: "b",
      id: "subnet-0b",
      tier: "shared",
      availabilityZone: "eu-west-1b",
      cidrBlock: "172.20.2.0/24",
      routeTableId: "rtb-0b",
    },
  ],
  endpoints: ["ecr.api", "ecr.dkr", "logs", "ssm"].map((service) => ({
    type: "Interface",
    service,
    securityGroupIds: ["sg-0a"],
  })),
};
const task = {
  family: "orders",
  cpu: 256,
  memory: 512,
  containers: {
    api: {
      image,
      environment: { LOG_LEVEL: "info" },
      secrets: { PASSWORD: SecretSource.ssmParameter("/orders/password") },
      ports: [8080, { containerPort: 9090, name: "admin" }],
      logDriver: LogDriver.awslogs(),
      healthCheck: { command: ["CMD-SHELL", "curl localhost"], interval: 30 },
      mountPoints: [{ sourceVolume: "data", containerPath: "/data" }],
      dependsOn: { setup: "SUCCESS" },
    },
    setup: { image, essential: false },
  },
  volumes: { data: Volume.bind() },
  uses: ["sqs"],
  taskRoleStatements: [{ actions: ["sqs:SendMessage"], resources: ["*"] }],
  reachableHosts: ["registry.example.com"],
};
const rules = { partner: { peer: Peer.cidr("10.9.0.0/16"), port: 443 } };

const office = Peer.cidr("10.9.0.0/16");
const inSight: Network = {
  name: "legacy",
  region: "eu-west-1",
  vpcId: "vpc-0123456789abcdef0",
  cidrBlock: "172.20.0.0/16",
  dns: { support: true, hostnames: true },
  subnets: (["a", "b"] as const).map((name, index) => ({
    ...{ name, id: `subnet-0${name}`, tier: "shared", routeTableId: `rtb-0${name}` },
    ...{ availabilityZone: `eu-west-1${name}`, cidrBlock: `172.20.${index + 1}.0/24` },
  })),
};
const networkLoadBalancer = () =>
  new NetworkLoadBalancer(newStack(), "it", { network: inSight, ingress: { office }, listeners: { https: 443 } });

/** Each constructor with properties that it takes, as a program without a compiler hands them over. */
// biome-ignore lint/suspicious/noExplicitAny: this is what a program without a compiler does
export const CONSTRUCTORS: Readonly<Record<string, { readonly props: object; make(props: any): unknown }>> = {
  PrivateNetwork: {
    props: { region: "eu-west-1", availabilityZones: ["eu-west-1a"], dns: { support: true }, tags: { Team: "shop" } },
    make: (props) => new PrivateNetwork(newStack(), "it", props),
  },
  VpcEndpoints: {
    props: {
      network: { ...network, endpoints: [] },
      services: ["s3", "logs"],
      settings: { logs: { privateDnsEnabled: true } },
    },
    make: (props) => new VpcEndpoints(newStack(), "it", props),
  },
  InterfaceEndpoint: {
    props: { network, service: "sqs", securityGroupIds: ["sg-0a"], subnets: ["a"] },
    make: (props) => new InterfaceEndpoint(newStack(), "it", props),
  },
  SecurityGroup: {
    props: { vpcId: "vpc-0a", name: "orders", ingress: rules },
    make: (props) => new SecurityGroup(newStack(), "it", props),
  },
  FargateService: {
    props: {
      network: { ...network, wayOut: "nat-gateway" },
      task,
      subnets: ["a"],
      desiredCount: 2,
      logGroup: { retentionInDays: 30 },
      securityGroup: { egress: rules },
      cluster: { name: "shop" },
    },
    make: (props) => new FargateService(newStack(), "it", props),
  },
  FargateTaskDefinition: {
    props: {
      network: { ...network, wayOut: "nat-gateway" },
      task,
      securityGroup: { egress: rules },
      cluster: {
        arn: "arn:aws:ecs:eu-west-1:123456789012:cluster/shop",
        capacityProviders: ["FARGATE", "FARGATE_SPOT"],
      },
      capacityProviders: { FARGATE: { base: 1 }, FARGATE_SPOT: { weight: 1 } },
    },
    make: (props) => new FargateTaskDefinition(newStack(), "it", props),
  },
  ScheduledFargateTask: {
    props: {
      task: {
        launch: {
          task,
          region: "eu-west-1",
          clusterArn: "arn:aws:ecs:eu-west-1:123456789012:cluster/shop",
          taskDefinitionArn: "arn:aws:ecs:eu-west-1:123456789012:task-definition/orders:1",
          familyArn: "arn:aws:ecs:eu-west-1:123456789012:task-definition/orders",
          platformVersion: "1.4.0",
          capacityProviders: { FARGATE_SPOT: { weight: 1 } },
          subnets: ["subnet-0a"],
          securityGroups: ["sg-0a"],
          executionRoleArn: "arn:aws:iam::123456789012:role/execution",
          taskRoleArn: "arn:aws:iam::123456789012:role/task",
          dependencies: [],
        },
      },
      schedule: "cron(0 3 * * ? *)",
      timeZone: "Europe/Zurich",
      flexibleWindow: 15,
      startDate: "2027-01-01T00:00:00Z",
      retry: { maximumAttempts: 3 },
      role: { arn: "arn:aws:iam::123456789012:role/scheduler" },
    },
    make: (props) => new ScheduledFargateTask(newStack(), "it", props),
  },
  FargateCluster: {
    props: {
      name: "shop",
      containerInsights: "enhanced",
      executeCommand: { s3BucketName: "sessions" },
      capacityProviders: ["FARGATE", "FARGATE_SPOT"],
      defaultCapacityProviderStrategy: { FARGATE: { weight: 1 } },
    },
    make: (props) => new FargateCluster(newStack(), "it", props),
  },
  "EndpointPlan.forTasks": { props: [task], make: (props) => EndpointPlan.forTasks(props).explain() },
  ApplicationLoadBalancer: {
    props: { network, ingress: { office: Peer.cidr("10.9.0.0/16") } },
    make: (props) => new ApplicationLoadBalancer(newStack(), "it", props),
  },
  NetworkLoadBalancer: {
    props: { network, ingress: { office: Peer.cidr("10.9.0.0/16") }, listeners: { https: 443 } },
    make: (props) => new NetworkLoadBalancer(newStack(), "it", props),
  },
  "target of an ApplicationLoadBalancer": {
    props: { container: "api", port: 8080, healthCheck: { path: "/health", port: 9090 }, deregistrationDelay: 30 },
    make: (props) =>
      new ApplicationLoadBalancer(newStack(), "it", { network: inSight, ingress: { office } }).target(props),
  },
  "target of a NetworkLoadBalancer": {
    props: { container: "api", port: 8080, listener: "https", healthCheck: { interval: 30 } },
    make: (props) => networkLoadBalancer().target(props),
  },
  "instances of a NetworkLoadBalancer": {
    props: { instances: { builder: "i-0a" }, securityGroupId: "sg-0a", port: 8080 },
    make: (props) => networkLoadBalancer().instances(props),
  },
  "addresses of a NetworkLoadBalancer": {
    props: { addresses: { builder: "10.9.1.10" }, outsideVpc: true, port: 8080, targetGroupName: "builders" },
    make: (props) => networkLoadBalancer().addresses(props),
  },
  VpcPeering: {
    props: { network, peer: { ...network, name: "hub", cidrBlock: "172.21.0.0/16" }, tags: { Team: "shop" } },
    make: (props) => new VpcPeering(newStack(), "it", props),
  },
  TransitGateway: {
    props: { network, tags: { Team: "net" } },
    make: (props) => new TransitGateway(newStack(), "it", props),
  },
  TransitGatewayConnection: {
    props: { network, tags: { Team: "net" } },
    make: (props) => {
      const stack = newStack();
      const gateway = new TransitGateway(stack, "gateway", { network: inSight });
      const given = typeof props === "object" && props !== null ? { gateway, ...props } : props;
      return new TransitGatewayConnection(stack, "it", given);
    },
  },
  HubEndpoints: {
    props: { network: { ...network, endpoints: [] }, services: ["logs", "ecr.api"] },
    make: (props) => new HubEndpoints(newStack(), "it", props),
  },
  SpokeNetwork: {
    props: { network, connection: { dependencies: [] } },
    make: (props) => {
      const stack = newStack();
      const hub = new HubEndpoints(stack, "hub", { network: { ...inSight, endpoints: [] }, services: ["logs"] });
      const given = typeof props === "object" && props !== null ? { hub, ...props } : props;
      return new SpokeNetwork(stack, "it", given);
    },
  },
  "ExistingNetwork.lookUp": {
    props: {
      region: "eu-west-1",
      vpc: { tags: { Name: "legacy" } },
      subnets: [{ name: "a", id: "subnet-0a", tier: "shared", availabilityZone: "eu-west-1a" }],
      endpoints: [{ service: "logs", subnets: ["a"], admits: [Peer.cidr("172.20.0.0/16")], policy: "full-access" }],
      domainNameServers: ["AmazonProvidedDNS"],
    },
    make: (props) => ExistingNetwork.lookUp(newStack(), "it", props),
  },
  Instance: {
    props: { instance: { name: "builder", sessionManager: false }, network, subnet: "a", tags: { Team: "shop" } },
    make: (props) => new Instance(newStack(), "it", props),
  },
  EndpointService: {
    props: { loadBalancers: [{ loadBalancerArn: "arn:aws:x" }], allowedPrincipals: ["arn:aws:iam::123456789012:root"] },
    make: (props) => new EndpointService(newStack(), "it", props),
  },
};
