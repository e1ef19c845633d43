import type { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import type { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster";
import type { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import type { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import { describe, expectTypeOf, it } from "vitest";
import {
  type ConfigurationError,
  ContainerImage,
  type dedicatedEndpointSubnets,
  type EcrRepositoryReference,
  EndpointPlan,
  type EndpointServiceName,
  type ExistingCluster,
  type ExistingEndpoint,
  type ExistingRole,
  type FargateService,
  type FargateServiceProps,
  type FargateTask,
  type GatewayEndpointProps,
  type InterfaceEndpointProps,
  type Issue,
  LogDriver,
  type Network,
  type NetworkSubnet,
  type Peer,
  type PlanSurroundings,
  type PrivateNetwork,
  type PrivateNetworkProps,
  SecretSource,
  type SsmParameterReference,
  type SubnetLayout,
  type SubnetSpec,
  type VpcEndpoints,
  type VpcEndpointsProps,
  type WayOut,
} from "../../modules";

const image = ContainerImage.ecr("123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders", { tag: "1.4.2" });

describe("a task", () => {
  it("is plain data that satisfies FargateTask", () => {
    const task = {
      family: "orders",
      cpu: 1024,
      memory: 2048,
      containers: {
        api: {
          image,
          ports: [8080, { containerPort: 9090, protocol: "udp" }],
          secrets: { KEY: SecretSource.ssmParameter("/orders/key"), PASSWORD: SecretSource.secretsManager("arn") },
          logDriver: LogDriver.awslogs({ streamPrefix: "orders" }),
          additionalFields: { dockerLabels: { team: "orders" } },
        },
      },
    } satisfies FargateTask;
    expectTypeOf(task).toExtend<FargateTask>();
    expectTypeOf(EndpointPlan.forTasks).toBeCallableWith([task]);
  });

  type Sized<Size> = { family: string; containers: Record<string, { image: typeof image }> } & Size;

  it("has a pair of CPU and memory that Fargate has", () => {
    expectTypeOf<Sized<{ cpu: 256; memory: 512 }>>().toExtend<FargateTask>();
    expectTypeOf<Sized<{ cpu: 16384; memory: 32768 }>>().toExtend<FargateTask>();
    expectTypeOf<Sized<unknown>>().toExtend<FargateTask>();
  });

  it("has no other pair, and not one without the other", () => {
    expectTypeOf<Sized<{ cpu: 256; memory: 4096 }>>().not.toExtend<FargateTask>();
    expectTypeOf<Sized<{ cpu: 300; memory: 512 }>>().not.toExtend<FargateTask>();
    expectTypeOf<Sized<{ cpu: 256 }>>().not.toExtend<FargateTask>();
    expectTypeOf<Sized<{ memory: 512 }>>().not.toExtend<FargateTask>();
  });

  it("names its images, secrets and platform version by kinds that there are", () => {
    type With<Container> = { family: string; containers: { api: Container } };
    expectTypeOf<With<{ image: string }>>().not.toExtend<FargateTask>();
    expectTypeOf<With<{ image: typeof image; secrets: { KEY: string } }>>().not.toExtend<FargateTask>();
    expectTypeOf<With<{ image: typeof image; secrets: { KEY: { kind: "vault" } } }>>().not.toExtend<FargateTask>();
    expectTypeOf<Sized<{ platformVersion: "1.5.0" }>>().not.toExtend<FargateTask>();
    expectTypeOf<Sized<{ platformVersion: "1.3.0" }>>().toExtend<FargateTask>();
  });
});

describe("a service of AWS", () => {
  it("is named as AWS names it", () => {
    expectTypeOf<"ecr.api" | "ecr.dkr" | "logs" | "s3" | "sqs">().toExtend<EndpointServiceName>();
    expectTypeOf<"ecr.apii">().not.toExtend<EndpointServiceName>();
    expectTypeOf<"com.amazonaws.eu-west-1.logs">().not.toExtend<EndpointServiceName>();
    expectTypeOf<string>().not.toExtend<EndpointServiceName>();
  });

  it("has a gateway endpoint only where AWS has one", () => {
    expectTypeOf<"s3" | "dynamodb">().toExtend<GatewayEndpointProps["service"]>();
    expectTypeOf<"logs">().not.toExtend<GatewayEndpointProps["service"]>();
  });

  it("outside the catalog is named in full and on purpose", () => {
    expectTypeOf<{ serviceName: string }>().toExtend<InterfaceEndpointProps["service"]>();
    expectTypeOf<string>().not.toExtend<InterfaceEndpointProps["service"]>();
  });

  it("misspelt compiles neither in a list, nor in settings, nor in a declared call", () => {
    expectTypeOf<readonly "secretmanager"[]>().not.toExtend<VpcEndpointsProps["services"]>();
    type Settings = NonNullable<VpcEndpointsProps["settings"]>;
    expectTypeOf<"logs">().toExtend<keyof Settings>();
    expectTypeOf<"log">().not.toExtend<keyof Settings>();
    expectTypeOf<EndpointPlan["with"]>().parameter(0).toEqualTypeOf<EndpointServiceName>();
  });
});

describe("a network", () => {
  it("is a PrivateNetwork, or an object literal", () => {
    expectTypeOf<PrivateNetwork>().toExtend<Network>();
    const network = {
      name: "legacy",
      region: "eu-west-1",
      vpcId: "vpc-0123456789abcdef0",
      cidrBlock: "172.20.0.0/16",
      dns: { support: true, hostnames: true },
      subnets: [
        { name: "a", id: "subnet-0a", tier: "shared", availabilityZone: "eu-west-1a", cidrBlock: "172.20.1.0/24" },
      ],
      endpoints: [{ type: "Gateway", service: "s3", prefixListId: "pl-1" }],
    } satisfies Network;
    expectTypeOf(network).toExtend<FargateServiceProps["network"]>();
  });

  it("says of an existing endpoint what its type needs", () => {
    expectTypeOf<{ type: "Gateway"; service: "s3"; securityGroupIds: string[] }>().not.toExtend<ExistingEndpoint>();
    expectTypeOf<{ type: "Interface"; service: "logs"; prefixListId: string }>().not.toExtend<ExistingEndpoint>();
  });

  it("has subnets by a layout or one by one, each of a tier that there is", () => {
    expectTypeOf<ReturnType<typeof dedicatedEndpointSubnets>>().toEqualTypeOf<SubnetLayout>();
    expectTypeOf<SubnetLayout | readonly SubnetSpec[]>().toExtend<PrivateNetworkProps["subnets"]>();
    expectTypeOf<"shared" | "application" | "endpoint">().toExtend<SubnetSpec["tier"]>();
    expectTypeOf<"private">().not.toExtend<SubnetSpec["tier"]>();
  });

  it("leads out on a way of a kind, or of a name, but of no phrase", () => {
    expectTypeOf<"nat-gateway" | "internet-gateway" | { name: "a proxy" }>().toExtend<WayOut>();
    expectTypeOf<"a NAT gateway">().not.toExtend<WayOut>();
    expectTypeOf<Network["wayOut"]>().toEqualTypeOf<WayOut | undefined>();
    expectTypeOf<NetworkSubnet["wayOut"]>().toEqualTypeOf<WayOut | undefined>();
    expectTypeOf<PlanSurroundings["wayOut"]>().toEqualTypeOf<WayOut | undefined>();
  });

  it("is made with ways out by NAT gateways only", () => {
    expectTypeOf<SubnetSpec["wayOut"]>().toEqualTypeOf<"nat-gateway" | undefined>();
  });

  it("needs its Region and nothing else", () => {
    expectTypeOf<{ region: string }>().toExtend<PrivateNetworkProps>();
    expectTypeOf<{ cidrBlock: string }>().not.toExtend<PrivateNetworkProps>();
  });

  it("has four kinds of other side for its rules", () => {
    expectTypeOf<Peer["kind"]>().toEqualTypeOf<"cidr" | "ipv6-cidr" | "security-group" | "prefix-list">();
  });
});

describe("the provider's own resources", () => {
  it("are taken as they are", () => {
    expectTypeOf<EcrRepository>().toExtend<EcrRepositoryReference>();
    expectTypeOf<SsmParameter>().toExtend<SsmParameterReference>();
    expectTypeOf<EcsCluster>().toExtend<ExistingCluster>();
    expectTypeOf<IamRole>().toExtend<ExistingRole>();
  });
});

describe("what the constructs give back", () => {
  it("says what may be missing", () => {
    expectTypeOf<VpcEndpoints["plan"]>().toEqualTypeOf<EndpointPlan | undefined>();
    expectTypeOf<undefined>().toExtend<VpcEndpoints["securityGroup"]>();
    expectTypeOf<undefined>().toExtend<FargateService["cluster"]>();
    expectTypeOf<FargateService["clusterArn"]>().toEqualTypeOf<string>();
    expectTypeOf<FargateService["runTaskCommand"]>().toEqualTypeOf<string>();
  });

  it("cannot be changed", () => {
    expectTypeOf<VpcEndpoints["services"]>().toEqualTypeOf<ReadonlySet<EndpointServiceName>>();
    expectTypeOf<ConfigurationError["issues"]>().toEqualTypeOf<readonly Issue<string>[]>();
    expectTypeOf<EndpointPlan["endpoints"]>().toExtend<readonly unknown[]>();
    expectTypeOf<EndpointPlan["endpoints"]>().not.toExtend<unknown[]>();
  });
});
