import {
  ContainerImage,
  EndpointPlan,
  FargateService,
  type FargateTask,
  type Grant,
  LogDriver,
  Peer,
  PrivateNetwork,
  SecretSource,
  Volume,
  VpcEndpoints,
} from "../../../../modules";
import type { UncheckedGrant } from "../../../../modules/task/grants/grant";
import { type SynthesizedStack, synth } from "../../../support/synth";

export const ACCOUNT = "123456789012";
export const REGION = "eu-west-1";

const REPOSITORIES = `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com`;
const own = (service: string, resource: string) => `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`;
const key = (digit: number) => own("kms", `key/0a1b2c3d-0000-4000-8000-00000000000${digit}`);

/** A grant of each service and word of access, and one of actions. */
const GRANTS = [
  { service: "bedrock-runtime", access: "invoke", on: own("bedrock", "inference-profile/orders") },
  { service: "dynamodb", access: ["read", "write"], on: own("dynamodb", "table/orders"), key: key(1) },
  {
    service: "elasticfilesystem",
    access: ["read", "write", "root"],
    on: own("elasticfilesystem", "file-system/fs-0123456789abcdef0"),
    accessPoint: own("elasticfilesystem", "access-point/fsap-0123456789abcdef0"),
  },
  { service: "events", access: "send", on: own("events", "event-bus/orders") },
  { service: "kinesis-firehose", access: "send", on: own("firehose", "deliverystream/orders") },
  { service: "kinesis-streams", access: ["consume", "send"], on: own("kinesis", "stream/orders"), key: key(2) },
  { service: "kms", access: ["decrypt", "encrypt"], on: key(3) },
  { service: "lambda", access: "invoke", on: own("lambda", "function:orders") },
  { service: "s3", access: ["read", "write", "delete"], on: "arn:aws:s3:::orders-invoices", key: key(4) },
  { service: "secretsmanager", access: "read", on: own("secretsmanager", "secret:orders/api-AbCdEf"), key: key(5) },
  { service: "sns", access: "send", on: own("sns", "orders-shipped"), key: key(6) },
  { service: "sqs", access: ["consume", "send"], on: own("sqs", "orders-jobs"), key: key(7) },
  { service: "ssm", access: "read", on: own("ssm", "parameter/orders/flags"), key: key(8) },
  { service: "states", access: "start", on: own("states", "stateMachine:orders") },
  { service: "sts", access: "assume", on: `arn:aws:iam::${ACCOUNT}:role/orders-partner` },
  { service: "bedrock-runtime", actions: ["bedrock:ApplyGuardrail"], on: own("bedrock", "guardrail/orders") },
] as const satisfies readonly Grant[];

/** The grants as whoever looks at all of them sees them. */
export const GRANTS_OF_ALL: readonly UncheckedGrant[] = GRANTS;

const COLLECTOR = `
exporters:
  awsxray:
  awsemf:
  awscloudwatchlogs:
    log_group_name: orders
  prometheusremotewrite:
    endpoint: https://aps-workspaces.${REGION}.amazonaws.com/workspaces/ws-1/api/v1/remote_write
extensions:
  sigv4auth:
    assume_role:
      arn: arn:aws:iam::${ACCOUNT}:role/orders-metrics
`;

const AGENT = JSON.stringify({
  agent: { credentials: { role_arn: `arn:aws:iam::${ACCOUNT}:role/orders-metrics` } },
  traces: {},
  metrics: {},
  logs: {},
});

const image = (name: string) => ContainerImage.ecr(`${REPOSITORIES}/${name}`, { tag: "1" });
const SPLUNK_TOKEN = { "splunk-token": SecretSource.ssmParameter("/orders/splunk") };
const firelens = (plugin: string, options = {}) =>
  LogDriver.firelens(plugin, { options: { region: REGION, ...options } });

/** A task that asks AWS for something from every source of asks that there is. */
export const everySource = {
  family: "orders",
  cpu: 2048,
  memory: 4096,
  containers: {
    api: {
      image: image("orders-api"),
      essential: true,
      ports: [{ containerPort: 8080, name: "api" }],
      secrets: {
        PARAMETER: SecretSource.ssmParameter("/orders/parameter"),
        SEALED_PARAMETER: SecretSource.ssmParameter(own("ssm", "parameter/orders/sealed"), { kmsKey: key(9) }),
        SECRET: SecretSource.secretsManager(own("secretsmanager", "secret:orders/db-AbCdEf"), { jsonKey: "password" }),
        SEALED_SECRET: SecretSource.secretsManager(own("secretsmanager", "secret:orders/sealed-AbCdEf"), {
          kmsKey: "alias/orders",
        }),
      },
      environmentFiles: [
        "arn:aws:s3:::orders-configuration/orders.env",
        { arn: "arn:aws:s3:::orders-configuration/sealed.env", kmsKey: "0a1b2c3d-0000-4000-8000-0000000000aa" },
      ],
      logDriver: LogDriver.awslogs(),
      mountPoints: [{ sourceVolume: "shared", containerPath: "/shared" }],
    },
    cached: {
      image: ContainerImage.ecr(`${REPOSITORIES}/docker-hub/nginx`, { tag: "1", pullThroughCache: true }),
      logDriver: LogDriver.awslogs({ logGroupName: "/orders/cached", createGroup: true }),
    },
    elsewhere: {
      image: ContainerImage.registry("registry.example.com/orders", {
        credentialsParameter: own("secretsmanager", "secret:orders/registry-AbCdEf"),
        credentialsKmsKey: own("kms", "alias/orders-registry"),
      }),
      logDriver: LogDriver.splunk("https://splunk.example.com:8088", {
        secretOptions: SPLUNK_TOKEN,
      }),
    },
    hosted: {
      image: image("orders-hosted"),
      logDriver: LogDriver.splunk(`https://firehose.${REGION}.amazonaws.com`, { secretOptions: SPLUNK_TOKEN }),
    },
    logs: { image: image("orders-logs"), logDriver: firelens("cloudwatch_logs", { role_arn: own("iam", "role/x") }) },
    firehose: { image: image("orders-firehose"), logDriver: firelens("kinesis_firehose") },
    streams: { image: image("orders-streams"), logDriver: firelens("kinesis_streams") },
    bucket: { image: image("orders-bucket"), logDriver: firelens("s3") },
    router: {
      image: image("aws-for-fluent-bit"),
      environment: { aws_fluent_bit_init_s3_1: "arn:aws:s3:::orders-configuration/parsers.conf" },
      firelens: { type: "fluentbit" },
      logDriver: LogDriver.none(),
    },
    daemon: { image: image("aws-xray-daemon"), logDriver: LogDriver.none() },
    collector: {
      image: image("aws-otel-collector"),
      environment: { AOT_CONFIG_CONTENT: COLLECTOR },
      logDriver: LogDriver.none(),
    },
    agent: {
      image: image("cloudwatch-agent"),
      environment: { CW_CONFIG_CONTENT: AGENT },
      logDriver: LogDriver.none(),
    },
  },
  volumes: {
    shared: Volume.efs("fs-0123456789abcdef0", {
      accessPointId: "fsap-0123456789abcdef0",
      iam: "ENABLED",
      fileSystemArn: own("elasticfilesystem", "file-system/fs-0123456789abcdef0"),
      accessPointArn: own("elasticfilesystem", "access-point/fsap-0123456789abcdef0"),
    }),
  },
  runtimeMonitoring: true,
  executeCommand: {
    kmsKeyId: "0a1b2c3d-0000-4000-8000-0000000000bb",
    cloudWatchLogGroupName: "/orders/sessions",
    s3BucketName: "orders-sessions",
  },
  serviceConnect: {
    namespace: "orders",
    services: [
      {
        portName: "api",
        tls: {
          awsPcaAuthorityArn: own("acm-pca", "certificate-authority/0a1b2c3d-0000-4000-8000-0000000000cc"),
          roleArn: `arn:aws:iam::${ACCOUNT}:role/orders-tls`,
        },
      },
    ],
    logDriver: LogDriver.awslogs({ logGroupName: "/orders/proxy" }),
  },
  uses: ["ecs"],
  grants: GRANTS,
  taskRoleStatements: [{ sid: "Mail", actions: ["ses:SendEmail", "sqs:ListQueues"], resources: ["*"] }],
  reachableHosts: ["example.com"],
} satisfies FargateTask;

export const everyPlan = planOf(everySource);

const { hosted, logs, firehose, streams, bucket, router, daemon, collector, agent, ...silent } = everySource.containers;

const { serviceConnect, ...known } = everySource;

/** The same without what calls a service of which the task does not say what it asks there: every request is known. */
export const everyKnownRequest = {
  ...known,
  containers: silent,
  uses: [],
  taskRoleStatements: [],
} satisfies FargateTask;

/** The plan of a task in its Region. */
export function planOf(task: FargateTask): EndpointPlan {
  return EndpointPlan.forTasks([task], { region: REGION });
}

/** A task as a service, in a network with the endpoints of its plan. */
export function synthesizeService(task: FargateTask): SynthesizedStack {
  return synth((stack) => {
    const network = new PrivateNetwork(stack, "network", { region: REGION });
    const endpoints = new VpcEndpoints(stack, "endpoints", { network, services: planOf(task) });
    const elsewhere = Peer.cidr("10.1.0.0/24");
    const egress = { registry: { peer: elsewhere, port: 443 }, splunk: { peer: elsewhere, port: 8088 } };
    new FargateService(stack, "orders", { network, endpoints, task, securityGroup: { egress } });
  }, REGION);
}

/** A statement as it is written. */
export interface WrittenStatement {
  readonly Sid: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: "*";
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** Everything that the library wrote for the task. */
export interface WrittenPolicies {
  /** By service. */
  readonly endpoints: Readonly<Record<string, readonly WrittenStatement[]>>;
  readonly roles: Readonly<Record<"execution-role" | "task-role", readonly WrittenStatement[]>>;
}

/** The policies of a synthesized stack. @param fill what stands in place of an expression of Terraform's */
export function writtenPolicies(
  stack: SynthesizedStack,
  fill: (expression: string) => string = (expression) => expression,
): WrittenPolicies {
  const statementsOf = (text: unknown): readonly WrittenStatement[] => {
    if (typeof text !== "string") throw new TypeError("the policy is no text");
    const document: { readonly Statement: readonly WrittenStatement[] } = JSON.parse(text);
    const filled = JSON.stringify(document.Statement).replaceAll(/\$\{[^}]*\}/g, fill);
    return JSON.parse(filled);
  };
  const endpoints = stack.all("aws_vpc_endpoint_policy").map(({ path, attributes }) => {
    const [, id = ""] = path.split("/");
    return [serviceOf(id), statementsOf(attributes["policy"])] as const;
  });
  const ofRole = (role: string) => statementsOf(stack.at(`orders/${role}/policy`).attributes["policy"]);
  return {
    endpoints: Object.fromEntries(endpoints),
    roles: { "execution-role": ofRole("execution-role"), "task-role": ofRole("task-role") },
  };
}

/** The service of an endpoint's construct, in whose id a dot is a hyphen. */
function serviceOf(id: string): string {
  const found = everyPlan.endpoints.find(({ service }) => service.replaceAll(".", "-") === id);
  if (found === undefined) throw new Error(`${id} is no endpoint of the plan`);
  return found.service;
}
