import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { EndpointPlan, Instance, type InstanceSpec, PrivateNetwork, VpcEndpoints } from "../modules";
import { encryptedWith } from "./encrypted-with";
import { addOutputs } from "./outputs";
import { pushImageCommand } from "./push-image-command";
import type { SettingsOf } from "./read-settings";

/** The settings of the stack in the context of `cdktf.json`. */
export const ECR_INSTANCE_FIELDS = {
  /** Name of the system, from which the other names are made. @default "ecr-instance" */
  name: "string",
  /** Region. @default - the context's `region`, or "ap-northeast-1" */
  region: "string",
  /** Address block of the VPC. @default "10.0.0.0/16" */
  cidrBlock: "string",
  /** Address block of the subnet. @default "10.0.1.0/24" */
  subnetCidrBlock: "string",
  /** Zone of the subnet. @default - the Region's zone "a" */
  availabilityZone: "string",
  /** Name of the ECR repository. @default - the name */
  repositoryName: "string",
  /** Tag of the image that is pulled. @default "latest" */
  imageTag: "string",
  /**
   * ARN of a KMS key of yours for the repository. A repository that stands is replaced: it gets its key when it is
   * made.
   *
   * @default - keys of AWS's
   */
  kmsKeyArn: "string",
  /** Whether the endpoints admit what the instance asks and no more, instead of everything. @default false */
  generatedPolicies: "boolean",
  /** @default "t3.micro" */
  instanceType: "string",
} as const;

/** Properties of {@link EcrInstanceStack}. */
export type EcrInstanceProps = SettingsOf<typeof ECR_INSTANCE_FIELDS>;

/** The port that the check closes the endpoints' one by: nothing answers there. */
const CLOSED = 8443;

/**
 * An instance without a way to the internet that logs in to ECR and pulls an image, both through VPC endpoints, and the
 * check that shows it: with port 443 of the endpoints closed the login times out.
 */
export class EcrInstanceStack extends TerraformStack {
  constructor(scope: Construct, id: string, props: EcrInstanceProps = {}) {
    super(scope, id);
    const name = props.name ?? "ecr-instance";
    const region = props.region ?? "ap-northeast-1";
    new AwsProvider(this, "aws", { region });

    const encrypted = encryptedWith(props.kmsKeyArn);
    const repository = new EcrRepository(this, "repository", {
      name: props.repositoryName ?? name,
      forceDelete: true,
      ...encrypted.repository,
    });
    const repositoryUrl = repository.repositoryUrl;
    const tag = props.imageTag ?? "latest";

    const instance = {
      name,
      // Docker comes from the repositories of Amazon Linux, which are in S3. The AWS CLI is in the image.
      packages: ["docker"],
      commands: ["systemctl enable --now docker"],
      uses: ["ecr.api", "ecr.dkr"],
    } satisfies InstanceSpec;

    const network = new PrivateNetwork(this, "network", {
      name,
      region,
      defaultSecurityGroup: "as-created",
      cidrBlock: props.cidrBlock ?? "10.0.0.0/16",
      subnets: [
        {
          name: "private-a",
          tier: "shared",
          availabilityZone: props.availabilityZone ?? `${region}a`,
          cidrBlock: props.subnetCidrBlock ?? "10.0.1.0/24",
        },
      ],
    });

    // The sample leaves AWS's policies; the library would admit what the instance asks, for its role alone.
    const policies = props.generatedPolicies === true ? "generated" : "aws-default";
    const endpoints = new VpcEndpoints(this, "endpoints", {
      network,
      services: EndpointPlan.forInstances([{ ...instance, sessionManager: false }]),
      policies,
      securityGroup: { name: `${name}-ecr-endpoints` },
    });
    // A security group of their own: the check closes the port of the others, and the session stays.
    const sessionEndpoints = new VpcEndpoints(this, "session-endpoints", {
      network,
      services: ["ssm", "ssmmessages", "ec2messages"],
      policies,
      securityGroup: { name: `${name}-session-endpoints` },
    });

    const host = new Instance(this, "instance", {
      instance,
      network,
      endpoints: [endpoints, sessionEndpoints],
      ...(props.instanceType === undefined ? {} : { instanceType: props.instanceType }),
      statements: [
        { sid: "EcrToken", actions: ["ecr:GetAuthorizationToken"], resources: ["*"] },
        {
          sid: "EcrPull",
          actions: ["ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"],
          resources: [repository.arn],
        },
      ],
    });

    const groupId = endpoints.securityGroup?.securityGroupId ?? "";
    const ruleId = host.endpointRules.get("endpoints")?.[0]?.securityGroupRuleId ?? "";
    const movePort = (port: number) =>
      `aws ec2 modify-security-group-rules --region ${region} --group-id ${groupId} --security-group-rules 'SecurityGroupRuleId=${ruleId},SecurityGroupRule={IpProtocol=tcp,FromPort=${port},ToPort=${port},ReferencedGroupId=${host.securityGroup.securityGroupId}}'`;
    addOutputs(this, {
      vpc_id: network.vpcId,
      instance_id: host.instanceId,
      repository_url: repositoryUrl,
      push_image: pushImageCommand({ region, repositoryUrl, tag, from: "public.ecr.aws/docker/library/alpine:latest" }),
      session: host.sessionCommand ?? "",
      login: `aws ecr get-login-password --region ${region} --cli-connect-timeout 10 | sudo docker login --username AWS --password-stdin ${repositoryUrl}`,
      pull: `sudo docker pull ${repositoryUrl}:${tag}`,
      close_port: movePort(CLOSED),
      open_port: movePort(443),
    });
  }
}
