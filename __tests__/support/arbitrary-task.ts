import fc from "fast-check";
import {
  type Container,
  ContainerImage,
  type EnvironmentFile,
  type ExecuteCommandOptions,
  type Grant,
  LogDriver,
  SecretSource,
  Volume,
} from "../../modules";
import type { UncheckedFargateTask } from "../../modules/task/fargate-task";

const REGIONS = ["eu-west-1", "us-east-1"] as const;
const region = fc.constantFrom(...REGIONS);

const image: fc.Arbitrary<ContainerImage> = fc.oneof(
  fc
    .record({ region, pullThroughCache: fc.boolean() })
    .map(({ region, pullThroughCache }) =>
      ContainerImage.ecr(`123456789012.dkr.ecr.${region}.amazonaws.com/app`, { tag: "1", pullThroughCache }),
    ),
  fc
    .constantFrom("nginx", "public.ecr.aws/a/b:1", "registry.example.com/app", "amazon/aws-xray-daemon:3.x")
    .map((name) => ContainerImage.registry(name)),
  region.map((region) =>
    ContainerImage.registry("registry.example.com/app", {
      credentialsParameter: `arn:aws:secretsmanager:${region}:123456789012:secret:registry-AbCdEf`,
    }),
  ),
);

const secret: fc.Arbitrary<SecretSource> = fc.oneof(
  fc.constantFrom("/orders/key", "arn:aws:ssm:us-east-1:123456789012:parameter/key").map(SecretSource.ssmParameter),
  region.map((region) => SecretSource.secretsManager(`arn:aws:secretsmanager:${region}:123456789012:secret:db-AbCdEf`)),
);

const secrets = fc.dictionary(fc.constantFrom("A", "B", "C"), secret, { maxKeys: 3 });

const logDriver: fc.Arbitrary<LogDriver> = fc.oneof(
  fc.constantFrom(LogDriver.none(), LogDriver.awslogs()),
  region.map((region) => LogDriver.awslogs({ region })),
  fc
    .constantFrom("cloudwatch_logs", "kinesis_firehose", "kinesis_streams", "s3", "es", "datadog", "null", "unheard-of")
    .chain((plugin) => secrets.map((secretOptions) => LogDriver.firelens(plugin, { secretOptions }))),
  fc.constant(LogDriver.splunk("https://splunk.example.com:8088")),
);

const environmentFile: fc.Arbitrary<EnvironmentFile> = fc.record(
  { arn: fc.constant("arn:aws:s3:::config/app.env"), region },
  { requiredKeys: ["arn"] },
);

const container: fc.Arbitrary<Container> = fc.record(
  {
    image,
    logDriver,
    secrets,
    environmentFiles: fc.array(environmentFile, { maxLength: 2 }),
    environment: fc.constantFrom({}, { AOT_CONFIG_CONTENT: "exporters:\n  awsxray:\n" }),
  },
  { requiredKeys: ["image"] },
);

const CONTAINER_NAMES = ["api", "worker", "log_router", "collector"] as const;

const executeCommand: fc.Arbitrary<true | ExecuteCommandOptions> = fc.constantFrom<true | ExecuteCommandOptions>(
  true,
  { logging: "NONE", kmsKeyId: "key" },
  { cloudWatchLogGroupName: "/exec" },
  { s3BucketName: "exec" },
);

/** A task with anything that a rule looks at, apart from FIPS mode, which takes other endpoints instead of more. */
export const arbitraryTask: fc.Arbitrary<UncheckedFargateTask> = fc.record(
  {
    family: fc.constantFrom("orders", "billing", "mail"),
    platformVersion: fc.constantFrom("1.3.0", "1.4.0", "LATEST"),
    containers: fc.dictionary(fc.constantFrom(...CONTAINER_NAMES), container, { maxKeys: 4 }),
    executeCommand,
    serviceConnect: fc.oneof(
      fc.constant({ namespace: "orders" }),
      logDriver.map((logDriver) => ({ namespace: "orders", logDriver })),
    ),
    volumes: fc.constantFrom({ data: Volume.efs("fs-1") }, { data: Volume.ebs() }),
    uses: fc.subarray(["s3", "dynamodb", "sqs", "sts", "kms"] as const),
    grants: fc.subarray<Grant>([
      { service: "sqs", access: "consume", on: "arn:aws:sqs:us-east-1:123456789012:jobs" },
      { service: "s3", access: ["read", "write"], on: ["arn:aws:s3:::in", "arn:aws:s3:::out/of"] },
      { service: "dynamodb", access: "read", on: "arn:aws:dynamodb:eu-west-1:123456789012:table/orders" },
      { service: "sns", actions: ["sns:Publish", "sns:List*"], on: "*" },
    ]),
    taskRoleStatements: fc.constantFrom([{ actions: ["sqs:*", "kinesis:*"] }], []),
    runtimeMonitoring: fc.boolean(),
    reachableHosts: fc.constantFrom(["example.com"], []),
  },
  { requiredKeys: ["family", "containers"] },
);

/** Surroundings of a plan, without a way out. */
export const arbitrarySurroundings = fc.record({ region }, { requiredKeys: [] });

/** A change of a task that asks for more and takes nothing away. */
export const arbitraryAddition: fc.Arbitrary<(task: UncheckedFargateTask) => UncheckedFargateTask> = fc.oneof(
  container.map((added) => (task: UncheckedFargateTask) => ({
    ...task,
    containers: { ...task.containers, added },
  })),
  secret.map((added) => (task: UncheckedFargateTask) => ({
    ...task,
    containers: mapContainers(task, (own) => ({ ...own, secrets: { ...own.secrets, ADDED: added } })),
  })),
  environmentFile.map((added) => (task: UncheckedFargateTask) => ({
    ...task,
    containers: mapContainers(task, (own) => ({ ...own, environmentFiles: [...(own.environmentFiles ?? []), added] })),
  })),
  executeCommand.map((added) => (task: UncheckedFargateTask) => ({ executeCommand: added, ...task })),
  fc.constant((task: UncheckedFargateTask) => ({ serviceConnect: { namespace: "added" }, ...task })),
  fc.constant((task: UncheckedFargateTask) => ({ ...task, uses: [...(task.uses ?? []), "events" as const] })),
  fc.constant((task: UncheckedFargateTask) => ({ ...task, runtimeMonitoring: true })),
  fc.constant((task: UncheckedFargateTask) => ({ ...task, taskRoleStatements: [{ actions: ["states:*"] }] })),
  fc.constant((task: UncheckedFargateTask) => ({ ...task, volumes: { ...task.volumes, added: Volume.efs("fs-2") } })),
);

function mapContainers(
  { containers }: UncheckedFargateTask,
  change: (container: Container) => Container,
): UncheckedFargateTask["containers"] {
  return Object.fromEntries(Object.entries(containers).map(([name, own]) => [name, change(own)]));
}
