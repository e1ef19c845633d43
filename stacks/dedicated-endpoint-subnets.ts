import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import {
  ConfigurationError,
  ContainerImage,
  EndpointPlan,
  FargateService,
  type FargateTask,
  Peer,
  PrivateNetwork,
  type SubnetSpec,
  VpcEndpoints,
} from "../modules";
import { encryptedWith } from "./encrypted-with";
import { addOutputs } from "./outputs";
import { pushImageCommand } from "./push-image-command";
import { readSettings, type SettingsOf } from "./read-settings";

/** The settings of the stack in the context of `cdktf.json`. */
export const DEDICATED_ENDPOINT_SUBNETS_FIELDS = {
  /** Name of the VPC. @default "main" */
  name: "string",
  /** Region. @default - the context's `region`, or "ap-northeast-1" */
  region: "string",
  /** Address block of the VPC. @default "10.0.0.0/16" */
  cidrBlock: "string",
  /** The two zones. @default - the Region's zones "a" and "c" */
  availabilityZones: "strings",
  /** Address blocks of subnets by name, in place of the sample's. @default - 10.0.1.0/24 to 10.0.6.0/24 */
  subnetCidrBlocks: "string map",
  /** Family of the task, and name of its service, cluster and repository. @default "dedicated-endpoint-subnets" */
  family: "string",
  /** Tag of the image. @default "latest" */
  imageTag: "string",
  /** Whether there is an endpoint for ssm too, as in the published sample ("for login through SSM"). @default false */
  ssmEndpoint: "boolean",
  /**
   * ARN of a KMS key of yours for repository and logs. Its policy lets `logs.REGION.amazonaws.com` use it. A
   * repository that stands is replaced: it gets its key when it is made.
   *
   * @default - keys of AWS's
   */
  kmsKeyArn: "string",
  /** Whether endpoints, and the trust policy of the task role, admit the task alone and what it asks, not everything as in the source. @default false */
  generatedPolicies: "boolean",
  /** How many tasks the service runs. @default 0, so that a first deploy completes before an image is pushed */
  desiredCount: "number",
} as const;

/** Properties of {@link DedicatedEndpointSubnetsStack}. */
export type DedicatedEndpointSubnetsProps = SettingsOf<typeof DEDICATED_ENDPOINT_SUBNETS_FIELDS>;

/** The subnets of the sample. */
const SUBNETS = [
  { name: "private-1a-app-1", zone: 0, tier: "application", cidrBlock: "10.0.1.0/24" },
  { name: "private-1a-app-2", zone: 0, tier: "application", cidrBlock: "10.0.2.0/24" },
  { name: "private-1a-vpc-endpoint", zone: 0, tier: "endpoint", cidrBlock: "10.0.3.0/24" },
  { name: "private-1c-app-1", zone: 1, tier: "application", cidrBlock: "10.0.4.0/24" },
  { name: "private-1c-app-2", zone: 1, tier: "application", cidrBlock: "10.0.5.0/24" },
  { name: "private-1c-vpc-endpoint", zone: 1, tier: "endpoint", cidrBlock: "10.0.6.0/24" },
] as const;

/** An address block of each subnet, by its name. */
const SUBNET_FIELDS = Object.fromEntries(SUBNETS.map(({ name }) => [name, "string"] as const));

/** The route table that all application subnets share. */
const ROUTE_TABLE = "vpc-endpoint-s3";

/**
 * Application subnets in two zones, and subnets of their own for the interface endpoints: an endpoint takes at most one
 * subnet per zone, and every subnet of the VPC can use it.
 */
export class DedicatedEndpointSubnetsStack extends TerraformStack {
  constructor(scope: Construct, id: string, props: DedicatedEndpointSubnetsProps = {}) {
    super(scope, id);
    const region = props.region ?? "ap-northeast-1";
    const cidrBlock = props.cidrBlock ?? "10.0.0.0/16";
    const family = props.family ?? "dedicated-endpoint-subnets";
    new AwsProvider(this, "aws", { region });

    const encrypted = encryptedWith(props.kmsKeyArn);
    const repository = new EcrRepository(this, "repository", {
      name: family,
      forceDelete: true,
      ...encrypted.repository,
    });
    const repositoryUrl = repository.repositoryUrl;
    const tag = props.imageTag ?? "latest";
    const task = {
      family,
      containers: { app: { image: ContainerImage.ecr({ repositoryUrl, arn: repository.arn }, { tag }) } },
    } satisfies FargateTask;

    const network = new PrivateNetwork(this, "network", {
      name: props.name ?? "main",
      region,
      defaultSecurityGroup: "as-created",
      cidrBlock,
      subnets: subnetsOf(region, props),
      routeTableTags: { [ROUTE_TABLE]: { Name: "VPC Endpoint S3" } },
    });

    const plan = EndpointPlan.forTasks([task]);
    const endpoints = new VpcEndpoints(this, "endpoints", {
      network,
      services: props.ssmEndpoint === true ? plan.with("ssm", "for login through SSM") : plan,
      // The source leaves AWS's policies; the library would admit what the task asks, for its roles alone.
      policies: props.generatedPolicies === true ? "generated" : "aws-default",
      // The sample admits the whole VPC, both ways; the library would admit the tasks' group only.
      securityGroup: {
        name: "vpc_endpoint_sg",
        ingress: { vpc: { peer: Peer.cidr(cidrBlock), port: 443 } },
        egress: { vpc: { peer: Peer.cidr(cidrBlock), port: 443 } },
      },
    });

    const service = new FargateService(this, "service", {
      network,
      endpoints,
      task,
      desiredCount: props.desiredCount ?? 0,
      ...encrypted.service,
      taskRole: { trust: props.generatedPolicies === true ? "own-tasks" : "any-tasks" },
    });

    addOutputs(this, {
      vpc_id: network.vpcId,
      subnet_ids: network.subnets.map((subnet) => subnet.id),
      cluster_arn: service.clusterArn,
      repository_url: repositoryUrl,
      push_image: pushImageCommand({ region, repositoryUrl, tag, from: "public.ecr.aws/docker/library/alpine:latest" }),
      run_task: service.runTaskCommand,
    });
  }
}

/** @throws {ConfigurationError} where an address block is given for a subnet that there is not, or not two zones */
function subnetsOf(region: string, props: DedicatedEndpointSubnetsProps): SubnetSpec[] {
  const cidrBlocks = readSettings("subnetCidrBlocks", props.subnetCidrBlocks, SUBNET_FIELDS);
  const zones = props.availabilityZones ?? [`${region}a`, `${region}c`];
  if (zones.length !== 2) throw notTwoZones(zones, region);
  return SUBNETS.map(({ name, zone, tier, cidrBlock }) => ({
    name,
    tier,
    availabilityZone: zones[zone] ?? "",
    cidrBlock: cidrBlocks[name] ?? cidrBlock,
    routeTable: tier === "application" ? ROUTE_TABLE : false,
    tags: { Name: name.replaceAll("-", " ") },
  }));
}

function notTwoZones(zones: readonly string[], region: string): ConfigurationError {
  return new ConfigurationError("dedicated-endpoint-subnets in cdktf.json", [
    {
      code: "two-zones-needed",
      path: "availabilityZones",
      problem: `availabilityZones names ${zones.length === 0 ? "no zone" : zones.join(", ")}`,
      why: "the sample spreads its six subnets over two zones",
      fix: `name two zones, for example ["${region}a", "${region}c"]`,
    },
  ]);
}
