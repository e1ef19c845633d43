import type { EndpointServiceName } from "../aws/endpoint-services/catalog";
import type { FargateSize, FargateSizeOfTerraform } from "../aws/fargate-size";
import type { CpuArchitecture, OperatingSystemFamily } from "../aws/operating-system";
import type { PlatformVersion } from "../aws/platform-version";
import type { PolicyStatement } from "../aws/policy-document";
import type { JsonValue } from "../values/json-value";
import type { TerraformValue } from "../values/terraform-value";
import type { Container } from "./container";
import type { ExecuteCommandOptions } from "./execute-command";
import type { Grant, UncheckedGrant } from "./grants/grant";
import type { ServiceConnect } from "./service-connect";
import type { Volume } from "./volumes/volume";

/** What a task is, apart from its size and its platform. */
export interface FargateTaskDescription {
  /** Family of the task definition: letters, digits, `-` and `_`, at most 255. */
  readonly family: string;
  /** The containers by name. */
  readonly containers: Readonly<Record<string, Container>>;
  /** Ephemeral storage in GiB, 21 to 200. @default - the 20 GiB that every task has */
  readonly ephemeralStorage?: number;
  /** Volumes by name, which the containers mount. @default - none */
  readonly volumes?: Readonly<Record<string, Volume>>;
  /** Whether commands can be run in the running task (ECS Exec). @default - they cannot */
  readonly executeCommand?: true | ExecuteCommandOptions;
  /** How the task calls other services of its namespace, and they it. @default - without Service Connect */
  readonly serviceConnect?: ServiceConnect;
  /**
   * Services that the application calls, which no task definition shows: AWS's short names, for example
   * `["sqs", "dynamodb"]`. S3 and DynamoDB are planned as gateway endpoints. Where the task role is to get the right to it as
   * well, write it in `grants` instead.
   *
   * @default - none
   */
  readonly uses?: readonly EndpointServiceName[];
  /**
   * What the application calls, with the rights to it: the endpoint and the statement of the task role follow from one line.
   *
   * @default - none
   * @example [{ service: "sqs", access: "consume", on: queue.arn }]
   */
  readonly grants?: readonly Grant[];
  /**
   * Rights of the application: the policy of the task role. The plan takes them as a hint at what the application calls.
   *
   * @default - none
   */
  readonly taskRoleStatements?: readonly PolicyStatement[];
  /** Whether the account runs Fargate in FIPS mode, which calls the FIPS endpoints. @default - as the surroundings say, else false */
  readonly fips?: boolean;
  /** Whether GuardDuty Runtime Monitoring watches the task, with a container of its own that it adds. @default false */
  readonly runtimeMonitoring?: boolean;
  /**
   * Hosts outside AWS that the task does reach through its VPC, for example a registry of yours. A name stands for itself
   * and for everything that ends in a dot and it: `"example.com"` is `registry.example.com` as well. The task's security group has to let it out to them.
   *
   * @default - none
   */
  readonly reachableHosts?: readonly string[];
  /**
   * Further fields of the ECS task definition, in its own spelling, for example `{ pidMode: "task" }`. A field that this
   * type has a name for is refused here.
   *
   * @default - none
   */
  readonly additionalFields?: Readonly<Record<string, JsonValue>>;
}

/** On what a task runs. */
export interface FargatePlatform {
  /**
   * Platform version on which the task runs; it decides which calls leave through the task's network interface.
   *
   * @default "1.4.0", on Windows "1.0.0"
   */
  readonly platformVersion?: PlatformVersion;
  /** Operating system. @default "LINUX" */
  readonly operatingSystemFamily?: OperatingSystemFamily;
  /** CPU architecture. @default "X86_64" */
  readonly cpuArchitecture?: CpuArchitecture;
}

/** The smallest size, 256 CPU units and 512 MiB, on Windows 1,024 and 2,048, unless `cpu` and `memory` are given. */
export interface DefaultFargateSize {
  readonly cpu?: never;
  readonly memory?: never;
}

/**
 * A Fargate task as plain data: handed to the plan, which derives the endpoints from it, and to the service.
 *
 * @example
 * const task = {
 *   family: "orders",
 *   containers: { api: { image: ContainerImage.ecr(repository, { tag: "1.4.2" }), ports: [8080] } },
 * } satisfies FargateTask;
 */
export type FargateTask = FargateTaskDescription &
  FargatePlatform &
  (FargateSize | FargateSizeOfTerraform | DefaultFargateSize);

/**
 * A task that no compiler has checked, for example one that was read from JSON. Every {@link FargateTask} is one; the plan
 * and the checks take both.
 */
export interface UncheckedFargateTask extends Omit<FargateTaskDescription, "grants"> {
  /** What the application calls, with the rights to it. @default - none */
  readonly grants?: readonly UncheckedGrant[];
  /** CPU units, or text such as `"1024"` and `"1 vCPU"`. */
  readonly cpu?: number | string | TerraformValue;
  /** MiB, or text such as `"2048"` and `"2 GB"`. */
  readonly memory?: number | string | TerraformValue;
  readonly platformVersion?: string;
  readonly operatingSystemFamily?: string;
  readonly cpuArchitecture?: string;
  /** What ECS would register: nothing that is absent is filled in, neither a log group nor a role nor a size. @default - it is filled in */
  readonly verbatim?: VerbatimTaskDefinition;
}

/** What a task definition has that a service would create. */
export interface VerbatimTaskDefinition {
  /** ARN of the role with which ECS starts the task. @default - it has none */
  readonly executionRoleArn?: string;
  /** ARN of the role of the containers. @default - it has none */
  readonly taskRoleArn?: string;
}
