import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { SecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/secretsmanager-secret-version";
import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import {
  ContainerImage,
  EndpointPlan,
  FargateService,
  type FargateTask,
  LogDriver,
  Peer,
  PrivateNetwork,
  SecretSource,
  VpcEndpoints,
} from "../modules";
import { encryptedWith } from "./encrypted-with";
import { addOutputs } from "./outputs";
import { pushImageCommand } from "./push-image-command";
import type { SettingsOf } from "./read-settings";

/** The settings of the stack in the context of `cdktf.json`. */
export const SINGLE_SUBNET_FIELDS = {
  /** Name of the system, from which the other names are made. @default "ecs-fargate-vpc-endpoint-default" */
  name: "string",
  /** Region. @default - the context's `region`, or "ap-northeast-1" */
  region: "string",
  /** Address block of the VPC. @default "10.0.0.0/16" */
  cidrBlock: "string",
  /** Address block of the subnet. @default "10.0.10.0/24" */
  subnetCidrBlock: "string",
  /** Zone of the subnet. @default - the Region's zone "a" */
  availabilityZone: "string",
  /** Name of the ECR repository. @default "alpine" */
  repositoryName: "string",
  /** Command of the container. @default ["ls"] */
  command: "strings",
  /** Name of the parameter. @default "/parameter_store_secret" */
  parameterName: "string",
  /** Name of the secret. @default "secrets_manager_secret" */
  secretName: "string",
  /**
   * ARN of a KMS key of yours for repository, parameter, secret and logs. Its policy lets
   * `logs.REGION.amazonaws.com` use it. A repository that stands is replaced: it gets its key when it is made.
   *
   * @default - keys of AWS's
   */
  kmsKeyArn: "string",
  /** Whether endpoints, and the trust policy of the task role, admit the task alone and what it asks, not everything as in the source. @default false */
  generatedPolicies: "boolean",
  /** How many tasks the service runs. @default 0, so that a first deploy completes before an image is pushed */
  desiredCount: "number",
} as const;

/** Properties of {@link SingleSubnetStack}. */
export type SingleSubnetProps = SettingsOf<typeof SINGLE_SUBNET_FIELDS>;

/** Stands in the parameter and the secret until somebody sets the real value; Terraform never puts it back. */
const PLACEHOLDER = "to-be-set";

/**
 * One subnet for tasks and endpoints: a batch container that is pulled from ECR, logs to CloudWatch Logs and gets a value
 * from Parameter Store and one from Secrets Manager, all through VPC endpoints.
 */
export class SingleSubnetStack extends TerraformStack {
  constructor(scope: Construct, id: string, props: SingleSubnetProps = {}) {
    super(scope, id);
    const name = props.name ?? "ecs-fargate-vpc-endpoint-default";
    const region = props.region ?? "ap-northeast-1";
    const subnetCidrBlock = props.subnetCidrBlock ?? "10.0.10.0/24";
    new AwsProvider(this, "aws", { region, defaultTags: [{ tags: { Infra: name } }] });

    const encrypted = encryptedWith(props.kmsKeyArn);
    const repository = new EcrRepository(this, "repository", {
      name: props.repositoryName ?? "alpine",
      forceDelete: true,
      ...encrypted.repository,
    });
    const parameter = new SsmParameter(this, "parameter", {
      name: props.parameterName ?? "/parameter_store_secret",
      type: "SecureString",
      ...encrypted.parameter,
      value: PLACEHOLDER,
      lifecycle: { ignoreChanges: ["value"] },
    });
    const secret = new SecretsmanagerSecret(this, "secret", {
      name: props.secretName ?? "secrets_manager_secret",
      // A name that waits to be deleted could not be deployed again for up to thirty days.
      recoveryWindowInDays: 0,
      ...encrypted.secret,
    });
    const secretArn = secret.arn;
    const secretVersion = new SecretsmanagerSecretVersion(this, "secret-version", {
      secretId: secretArn,
      secretString: PLACEHOLDER,
      lifecycle: { ignoreChanges: ["secret_string"] },
    });

    const repositoryUrl = repository.repositoryUrl;
    const parameterName = parameter.name;
    const task = {
      family: name,
      platformVersion: "1.4.0",
      cpu: 256,
      memory: 512,
      containers: {
        batch: {
          image: ContainerImage.ecr({ repositoryUrl, arn: repository.arn }),
          command: props.command ?? ["ls"],
          secrets: {
            parameter_store_secret: SecretSource.ssmParameter(
              { name: parameterName, arn: parameter.arn },
              encrypted.source,
            ),
            environment_variable_name: SecretSource.secretsManager(secretArn, encrypted.source),
          },
          logDriver: LogDriver.awslogs({ streamPrefix: "default" }),
        },
      },
    } satisfies FargateTask;

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
          cidrBlock: subnetCidrBlock,
        },
      ],
    });

    const endpoints = new VpcEndpoints(this, "endpoints", {
      network,
      services: EndpointPlan.forTasks([task]),
      // The source leaves AWS's policies; the library would admit what the task asks, for its roles alone.
      policies: props.generatedPolicies === true ? "generated" : "aws-default",
      // The sample lets the whole subnet in and everything out; the library would admit the tasks' group only.
      securityGroup: {
        name: "vpc-endpoint",
        description: "vpc-endpoint security group",
        tags: { Name: `${name}-vpc-endpoint` },
        ingress: { subnet: { peer: Peer.cidr(subnetCidrBlock), port: 443, description: "from private subnet" } },
        egress: { all: { peer: Peer.cidr("0.0.0.0/0"), port: "all" } },
      },
    });

    const service = new FargateService(this, "service", {
      network,
      endpoints,
      task,
      desiredCount: props.desiredCount ?? 0,
      // The sample keeps its logs for ever.
      logGroup: { retentionInDays: 0, ...encrypted.service.logGroup },
      executionRole: { name: `${name}-task-execution-role` },
      // The source has no conditions on it.
      taskRole: { name: `${name}-task-role`, trust: props.generatedPolicies === true ? "own-tasks" : "any-tasks" },
      dependsOn: [parameter, secretVersion],
    });

    addOutputs(this, {
      vpc_id: network.vpcId,
      subnet_ids: network.subnets.map((subnet) => subnet.id),
      cluster_arn: service.clusterArn,
      repository_url: repositoryUrl,
      push_image: pushImageCommand({ region, repositoryUrl, from: "public.ecr.aws/docker/library/alpine:latest" }),
      set_parameter: `aws ssm put-parameter --region ${region} --name ${parameterName} --type SecureString --overwrite --value '<value>'`,
      set_secret: `aws secretsmanager put-secret-value --region ${region} --secret-id ${secretArn} --secret-string '<value>'`,
      run_task: service.runTaskCommand,
    });
  }
}
