import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { SecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/secretsmanager-secret-version";
import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import {
  ApplicationLoadBalancer,
  ContainerImage,
  EndpointPlan,
  FargateService,
  type FargateTask,
  Listener,
  PrivateNetwork,
  SecretSource,
  tieredSubnets,
  VpcEndpoints,
} from "../modules";
import { encryptedWith } from "./encrypted-with";
import { executeCommand } from "./execute-command";
import { natGatewaysOf, peersOf } from "./isolated-service-settings";
import { addOutputs } from "./outputs";
import { pushImageCommand } from "./push-image-command";
import type { SettingsOf } from "./read-settings";

/** The settings of the stack in the context of `cdktf.json`. */
export const ISOLATED_SERVICE_FIELDS = {
  /** Name of the system, from which the other names are made. @default "isolated-service" */
  name: "string",
  /** Region. @default - the context's `region`, or "ap-northeast-1" */
  region: "string",
  /** Address block of the VPC. @default "10.0.0.0/16" */
  cidrBlock: "string",
  /** Prefix length of the subnets. @default 24 */
  subnetPrefixLength: "number",
  /** The zones, at least two. @default - the Region's zones "a" and "c" */
  availabilityZones: "strings",
  /** NAT gateways: 0, 1, or one for each zone. With any there are application subnets that use them. @default 0 */
  natGateways: "number",
  /** Whether network and load balancer have IPv6 addresses too. @default false */
  ipv6: "boolean",
  /** Address blocks that may connect to the load balancer, IPv4 or IPv6. @default - everybody */
  ingressCidrBlocks: "strings",
  /** ARN of the certificate for HTTPS; port 80 then redirects. @default - HTTP on port 80 */
  certificateArn: "string",
  /** Port on which the container speaks HTTP. @default 80 */
  containerPort: "number",
  /** Path of the load balancer's health check. @default "/" */
  healthCheckPath: "string",
  /** Tag of the image. @default "latest" */
  imageTag: "string",
  /**
   * ARN of a KMS key of yours for repository, parameter, secret, logs and the sessions of ECS Exec. Its policy lets
   * `logs.REGION.amazonaws.com` use it. A repository that stands is replaced: it gets its key when it is made.
   *
   * @default - keys of AWS's
   */
  kmsKeyArn: "string",
  /** Whether endpoints, and the trust policy of the task role, admit the task alone and what it asks, not everything. @default false */
  generatedPolicies: "boolean",
  /** How many tasks the service runs. @default 0, so that a first deploy completes before an image is pushed */
  desiredCount: "number",
} as const;

/** Properties of {@link IsolatedServiceStack}. */
export type IsolatedServiceProps = SettingsOf<typeof ISOLATED_SERVICE_FIELDS>;

/** Stands in the parameter and the secret until somebody sets the real value; Terraform never puts it back. */
const PLACEHOLDER = "to-be-set";

/** The container that answers. */
const CONTAINER = "web";

/**
 * A service in isolated subnets behind an internet-facing load balancer: whoever calls it comes in by the public subnets,
 * and the tasks themselves reach nothing but the VPC endpoints. ECS Exec opens a shell in a task all the same.
 */
export class IsolatedServiceStack extends TerraformStack {
  constructor(scope: Construct, id: string, props: IsolatedServiceProps = {}) {
    super(scope, id);
    const name = props.name ?? "isolated-service";
    const region = props.region ?? "ap-northeast-1";
    const availabilityZones = props.availabilityZones ?? [`${region}a`, `${region}c`];
    const natGateways = natGatewaysOf(props.natGateways, availabilityZones.length);
    const ipv6 = props.ipv6 ?? false;
    const port = props.containerPort ?? 80;
    new AwsProvider(this, "aws", { region });

    const encrypted = encryptedWith(props.kmsKeyArn);
    const repository = new EcrRepository(this, "repository", { name, forceDelete: true, ...encrypted.repository });
    const parameter = new SsmParameter(this, "parameter", {
      name: `/${name}/parameter`,
      type: "SecureString",
      ...encrypted.parameter,
      value: PLACEHOLDER,
      lifecycle: { ignoreChanges: ["value"] },
    });
    const secret = new SecretsmanagerSecret(this, "secret", {
      name: `${name}/secret`,
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
    const tag = props.imageTag ?? "latest";
    const task = {
      family: name,
      platformVersion: "1.4.0",
      executeCommand: props.kmsKeyArn === undefined ? true : { kmsKeyId: props.kmsKeyArn },
      containers: {
        [CONTAINER]: {
          image: ContainerImage.ecr({ repositoryUrl, arn: repository.arn }, { tag }),
          ports: [port],
          secrets: {
            PARAMETER: SecretSource.ssmParameter({ name: parameterName, arn: parameter.arn }, encrypted.source),
            SECRET: SecretSource.secretsManager(secretArn, encrypted.source),
          },
        },
      },
    } satisfies FargateTask;

    const network = new PrivateNetwork(this, "network", {
      name,
      region,
      defaultSecurityGroup: "as-created",
      cidrBlock: props.cidrBlock ?? "10.0.0.0/16",
      availabilityZones,
      subnets: tieredSubnets({
        publicSubnet: "ingress",
        ...(natGateways === undefined ? {} : { natSubnet: "application" }),
        prefixLength: props.subnetPrefixLength ?? 24,
      }),
      ...(natGateways === undefined ? {} : { natGateways }),
      ipv6,
    });

    const endpoints = new VpcEndpoints(this, "endpoints", {
      network,
      services: EndpointPlan.forTasks([task]),
      // The sample leaves AWS's policies; the library would admit what the task asks, for its roles alone.
      policies: props.generatedPolicies === true ? "generated" : "aws-default",
      // Nothing but image layers comes through the gateway endpoint.
      settings: {
        s3: {
          policy: [
            {
              principal: "*",
              actions: ["s3:GetObject"],
              resources: [`arn:aws:s3:::prod-${region}-starport-layer-bucket/*`],
            },
          ],
        },
      },
    });

    const certificateArn = props.certificateArn;
    const balancer = new ApplicationLoadBalancer(this, "balancer", {
      network,
      scheme: "internet-facing",
      ...(ipv6 ? { ipAddressType: "dualstack" } : {}),
      ingress: peersOf(props.ingressCidrBlocks ?? ["0.0.0.0/0", ...(ipv6 ? ["::/0"] : [])]),
      listeners:
        certificateArn === undefined
          ? { http: Listener.http() }
          : { http: Listener.redirectToHttps(), https: Listener.https(certificateArn) },
    });

    const service = new FargateService(this, "service", {
      network,
      endpoints,
      task,
      subnets: network.subnets.filter(({ tier }) => tier === "shared").map((subnet) => subnet.name),
      desiredCount: props.desiredCount ?? 0,
      ...encrypted.service,
      taskRole: { trust: props.generatedPolicies === true ? "own-tasks" : "any-tasks" },
      loadBalancers: [
        balancer.target({ container: CONTAINER, port, healthCheck: { path: props.healthCheckPath ?? "/" } }),
      ],
      healthCheckGracePeriod: 60,
      dependsOn: [parameter, secretVersion],
    });

    addOutputs(this, {
      vpc_id: network.vpcId,
      subnet_ids: network.subnets.map((subnet) => subnet.id),
      cluster_arn: service.clusterArn,
      repository_url: repositoryUrl,
      url: balancer.url,
      push_image: pushImageCommand({ region, repositoryUrl, tag, from: "public.ecr.aws/docker/library/nginx:latest" }),
      set_parameter: `aws ssm put-parameter --region ${region} --name ${parameterName} --type SecureString --overwrite --value '<value>'`,
      set_secret: `aws secretsmanager put-secret-value --region ${region} --secret-id ${secretArn} --secret-string '<value>'`,
      run_task: service.runTaskCommand,
      start_service: `aws ecs update-service --region ${region} --cluster ${service.clusterArn} --service ${name} --desired-count 1`,
      execute_command: executeCommand({
        region,
        cluster: service.clusterArn,
        service: name,
        container: CONTAINER,
      }),
    });
  }
}
