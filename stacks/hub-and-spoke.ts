import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import {
  ContainerImage,
  EndpointPlan,
  FargateService,
  type FargateTask,
  HubEndpoints,
  PrivateNetwork,
  SpokeNetwork,
  VpcEndpoints,
  VpcPeering,
} from "../modules";
import { encryptedWith } from "./encrypted-with";
import { addOutputs } from "./outputs";
import { pushImageCommand } from "./push-image-command";
import type { SettingsOf } from "./read-settings";

/** The settings of the stack in the context of `cdktf.json`. */
export const HUB_AND_SPOKE_FIELDS = {
  /** Name of the system, from which the other names are made. @default "hub-and-spoke" */
  name: "string",
  /** Region. @default - the context's `region`, or "ap-northeast-1" */
  region: "string",
  /** Address block of the hub. @default "10.1.0.0/16" */
  hubCidrBlock: "string",
  /** Address block of the spoke. @default "10.0.0.0/16" */
  spokeCidrBlock: "string",
  /** The zones of both. @default - the Region's zones "a" and "c" */
  availabilityZones: "strings",
  /** Tag of the image. @default "latest" */
  imageTag: "string",
  /**
   * ARN of a KMS key of yours for repository and logs. Its policy lets `logs.REGION.amazonaws.com` use it. A
   * repository that stands is replaced: it gets its key when it is made.
   *
   * @default - keys of AWS's
   */
  kmsKeyArn: "string",
  /** Whether endpoints, and the trust policy of the task role, admit the task alone and what it asks, not everything. @default false */
  generatedPolicies: "boolean",
  /** How many tasks the service runs. @default 0, so that a first deploy completes before an image is pushed */
  desiredCount: "number",
} as const;

/** Properties of {@link HubAndSpokeStack}. */
export type HubAndSpokeProps = SettingsOf<typeof HUB_AND_SPOKE_FIELDS>;

/**
 * A service whose interface endpoints are in another VPC, the hub, where any number of spokes reach them: by a peering
 * connection, and by private hosted zones that each spoke sees. Only the gateway endpoint of S3 is in the spoke.
 */
export class HubAndSpokeStack extends TerraformStack {
  constructor(scope: Construct, id: string, props: HubAndSpokeProps = {}) {
    super(scope, id);
    const name = props.name ?? "hub-and-spoke";
    const region = props.region ?? "ap-northeast-1";
    const availabilityZones = props.availabilityZones ?? [`${region}a`, `${region}c`];
    new AwsProvider(this, "aws", { region });

    const encrypted = encryptedWith(props.kmsKeyArn);
    const repository = new EcrRepository(this, "repository", { name, forceDelete: true, ...encrypted.repository });
    const repositoryUrl = repository.repositoryUrl;
    const tag = props.imageTag ?? "latest";
    const task = {
      family: name,
      containers: { web: { image: ContainerImage.ecr({ repositoryUrl, arn: repository.arn }, { tag }) } },
    } satisfies FargateTask;
    const services = EndpointPlan.forTasks([task]);

    const ground = { region, availabilityZones, defaultSecurityGroup: "as-created" } as const;
    const hubNetwork = new PrivateNetwork(this, "hub-network", {
      ...ground,
      name: `${name}-hub`,
      cidrBlock: props.hubCidrBlock ?? "10.1.0.0/16",
    });
    const policies = props.generatedPolicies === true ? "generated" : "aws-default";
    const hub = new HubEndpoints(this, "hub", { network: hubNetwork, services, policies });

    const ownNetwork = new PrivateNetwork(this, "spoke-network", {
      ...ground,
      name: `${name}-spoke`,
      cidrBlock: props.spokeCidrBlock ?? "10.0.0.0/16",
    });
    const connection = new VpcPeering(this, "peering", { network: ownNetwork, peer: hubNetwork });
    const network = new SpokeNetwork(this, "spoke", { network: ownNetwork, hub, connection });
    const endpoints = new VpcEndpoints(this, "endpoints", { network, services, policies });

    const service = new FargateService(this, "service", {
      network,
      endpoints,
      task,
      desiredCount: props.desiredCount ?? 0,
      ...encrypted.service,
      taskRole: { trust: props.generatedPolicies === true ? "own-tasks" : "any-tasks" },
    });

    addOutputs(this, {
      hub_vpc_id: hubNetwork.vpcId,
      spoke_vpc_id: network.vpcId,
      repository_url: repositoryUrl,
      push_image: pushImageCommand({ region, repositoryUrl, tag, from: "public.ecr.aws/docker/library/nginx:latest" }),
      run_task: service.runTaskCommand,
    });
  }
}
