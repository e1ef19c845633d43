import fc from "fast-check";

/** The kinds of each thing that a task may have. The test sees to it that every one of them occurs. */
export const IMAGES = [
  "ecr",
  "ecr-digest",
  "ecr-other-account",
  "ecr-created",
  "ecr-pull-through",
  "registry-in-vpc",
  "registry-with-credentials",
  "docker-hub",
] as const;
export const SECRETS = [
  "parameter-name",
  "parameter-arn",
  "parameter-created",
  "secret",
  "secret-part",
  "secret-created",
] as const;
export const LOG_DRIVERS = [
  "default",
  "awslogs",
  "awslogs-group",
  "awslogs-create",
  "none",
  "firelens",
  "splunk",
] as const;
export const PLUGINS = [
  "cloudwatch_logs",
  "kinesis_firehose",
  "kinesis_streams",
  "s3",
  "opensearch",
  "http",
  "null",
  "none-named",
] as const;
export const PLATFORMS = ["unsaid", "LATEST", "1.4.0", "1.3.0", "arm", "windows"] as const;
export const EXECUTE_COMMANDS = [
  "off",
  "on",
  "no-logging",
  "log-group",
  "bucket",
  "bucket-and-group",
  "key",
  "other-cluster",
] as const;
export const CONNECTS = ["off", "client", "service", "awslogs", "splunk"] as const;
export const VOLUMES = ["none", "efs", "efs-access-point", "ebs", "bind"] as const;
export const COLLECTORS = ["none", "xray-daemon", "opentelemetry", "cloudwatch-agent"] as const;
export const USES = [
  "s3",
  "dynamodb",
  "s3express",
  "sqs",
  "sts",
  "kms",
  "events",
  "cassandra",
  "email-smtp",
  "logs",
] as const;
const PLACEMENTS = ["everywhere", "first", "isolated", "nat"] as const;
export const ROLES = ["created", "existing"] as const;

/** A container in a few words. */
export interface ContainerWish {
  readonly image: (typeof IMAGES)[number];
  readonly secrets: readonly (typeof SECRETS)[number][];
  readonly environmentFiles: number;
  readonly logDriver: (typeof LOG_DRIVERS)[number];
  readonly plugin: (typeof PLUGINS)[number];
  readonly secretOption: boolean;
  readonly collector: (typeof COLLECTORS)[number];
}

/** A service and its task in a few words. What its platform does not have is left out when it is made. */
export interface Workload {
  readonly containers: readonly ContainerWish[];
  readonly platform: (typeof PLATFORMS)[number];
  readonly executeCommand: (typeof EXECUTE_COMMANDS)[number];
  readonly connect: (typeof CONNECTS)[number];
  readonly volume: (typeof VOLUMES)[number];
  readonly uses: readonly (typeof USES)[number][];
  readonly runtimeMonitoring: boolean;
  readonly placement: (typeof PLACEMENTS)[number];
  /** Whether the task's security group lets port 443 out to everywhere. */
  readonly internetEgress: boolean;
  readonly roles: (typeof ROLES)[number];
}

/** Mostly the first one, so that a task has a few special things and not all of them. */
function seldom<T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(usual, ...others) },
  );
}

const container: fc.Arbitrary<ContainerWish> = fc.record({
  image: fc.constantFrom(...IMAGES),
  secrets: fc.subarray([...SECRETS], { maxLength: 2 }),
  environmentFiles: seldom(0, 1, 2),
  logDriver: fc.constantFrom(...LOG_DRIVERS, "firelens", "firelens"),
  plugin: fc.constantFrom(...PLUGINS),
  secretOption: fc.boolean(),
  collector: seldom(...COLLECTORS),
});

const workload: fc.Arbitrary<Workload> = fc.record({
  containers: fc.array(container, { minLength: 1, maxLength: 3 }),
  platform: fc.constantFrom(...PLATFORMS),
  executeCommand: fc.constantFrom(...EXECUTE_COMMANDS),
  connect: seldom(...CONNECTS),
  volume: seldom(...VOLUMES),
  uses: fc.subarray([...USES], { maxLength: 3 }),
  runtimeMonitoring: seldom(false, true),
  placement: fc.constantFrom(...PLACEMENTS),
  internetEgress: fc.boolean(),
  roles: seldom(...ROLES),
});

/** Services that share a network. */
export const arbitraryWorkloads: fc.Arbitrary<readonly Workload[]> = fc.array(workload, { minLength: 1, maxLength: 3 });
