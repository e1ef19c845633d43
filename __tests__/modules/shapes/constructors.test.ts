import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ApplicationLoadBalancer,
  ConfigurationError,
  ContainerImage,
  EndpointPlan,
  EndpointService,
  FargateCluster,
  FargateService,
  FargateTaskDefinition,
  Instance,
  InterfaceEndpoint,
  LogDriver,
  NetworkLoadBalancer,
  Peer,
  PrivateNetwork,
  ScheduledFargateTask,
  SecretSource,
  SecurityGroup,
  Volume,
  VpcEndpoints,
} from "../../../modules";
import { newStack } from "../../support/synth";

const RUNS = Number(process.env["FC_RUNS"] ?? 60);
const SEED = Number(process.env["FC_SEED"] ?? 1);

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

/** Each constructor with properties that it takes, as a program without a compiler hands them over. */
// biome-ignore lint/suspicious/noExplicitAny: this is what a program without a compiler does
const CONSTRUCTORS: Readonly<Record<string, { readonly props: object; make(props: any): unknown }>> = {
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
  Instance: {
    props: { instance: { name: "builder", sessionManager: false }, network, subnet: "a", tags: { Team: "shop" } },
    make: (props) => new Instance(newStack(), "it", props),
  },
  EndpointService: {
    props: { loadBalancers: [{ loadBalancerArn: "arn:aws:x" }], allowedPrincipals: ["arn:aws:iam::123456789012:root"] },
    make: (props) => new EndpointService(newStack(), "it", props),
  },
};

/** What goes wrong, where anything does. */
function failureOf(make: () => unknown): unknown {
  try {
    make();
    return undefined;
  } catch (error) {
    return error;
  }
}

describe.each(Object.entries(CONSTRUCTORS))("%s without a compiler", (_name, { props, make }) => {
  it("takes what fits", () => {
    expect(failureOf(() => make(structuredClone(props)))).toBeUndefined();
  });

  it.each([undefined, null, "x", 7])("says so where it is given %s in place of its properties", (value) => {
    const error = failureOf(() => make(value));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error).toMatchObject({ issues: [{ code: "property-malformed" }] });
  });

  it("has an issue for any JSON in any place, or works", { timeout: 120_000 }, () => {
    const places = placesIn(props);
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 2 }), (place, value) => {
        const error = failureOf(() => make(replaced(structuredClone(props), place, value)));
        if (error === undefined) return;
        if (!(error instanceof ConfigurationError)) throw error;
        for (const { problem, why, fix } of error.issues) {
          for (const text of [problem, why, fix]) expect(text).not.toMatch(/\bundefined\b|\[object Object\]|\bNaN\b/);
        }
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });
});

type Place = readonly [string, ...string[]];

/** Every place in a value, as the names and indexes that lead there. */
function placesIn(value: unknown, path: readonly string[] = []): readonly Place[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const [first = name, ...rest] = [...path, name];
    return [[first, ...rest] as const, ...placesIn(member, [...path, name])];
  });
}

function replaced(whole: object, [first, ...rest]: Place, value: unknown): object {
  const [next, ...others] = rest;
  const member: unknown = Reflect.get(whole, first);
  const inside = next === undefined || typeof member !== "object" || member === null;
  Reflect.set(whole, first, inside ? value : replaced(member, [next, ...others], value));
  return whole;
}
