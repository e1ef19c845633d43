import type { ContainerImage } from "./container-image";
import type { FargateSize } from "./fargate-size";
import type { LogDriver } from "./log-driver";
import type { PlatformVersion } from "./platform-version";
import type { SecretSource } from "./secret-source";

/** A value that JSON can hold. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** A port that a container listens on. */
export interface PortMapping {
  /** Port number, 1 to 65535. On Fargate the host port is the same. */
  readonly containerPort: number;
  /** @default "tcp" */
  readonly protocol?: "tcp" | "udp";
  /** Name of the port, for Service Connect. @default - no name */
  readonly name?: string;
}

/** How ECS finds out whether a container is healthy. */
export interface ContainerHealthCheck {
  /** Command, for example `["CMD-SHELL", "curl -f http://localhost/ || exit 1"]`. */
  readonly command: readonly string[];
  /** Seconds between two checks, 5 to 300. @default 30 */
  readonly interval?: number;
  /** Seconds until a check counts as failed, 2 to 60. @default 5 */
  readonly timeout?: number;
  /** Failed checks in a row until the container is unhealthy, 1 to 10. @default 3 */
  readonly retries?: number;
  /** Seconds during which failed checks do not count, 0 to 300. @default - off */
  readonly startPeriod?: number;
}

/** One container of a task. */
export interface Container {
  /** The image. */
  readonly image: ContainerImage;
  /** Arguments, in place of the image's. @default - the image's */
  readonly command?: readonly string[];
  /** Entry point, in place of the image's. @default - the image's */
  readonly entryPoint?: readonly string[];
  /** Environment variables. Put no secret here. @default - none */
  readonly environment?: Readonly<Record<string, string>>;
  /** Environment variables whose values are fetched when the task starts. @default - none */
  readonly secrets?: Readonly<Record<string, SecretSource>>;
  /** Ports that the container listens on; a number is a TCP port. @default - none */
  readonly ports?: readonly (number | PortMapping)[];
  /** Whether the task stops when the container stops. @default true */
  readonly essential?: boolean;
  /** What happens to the output. @default LogDriver.awslogs() */
  readonly logDriver?: LogDriver;
  /** How ECS finds out whether the container is healthy. @default - the container is not checked */
  readonly healthCheck?: ContainerHealthCheck;
  /** Whether the container cannot write to its file system. @default false */
  readonly readonlyRootFilesystem?: boolean;
  /** User, or user and group, for example `"1000:1000"`. @default - the image's */
  readonly user?: string;
  /** Working directory. @default - the image's */
  readonly workingDirectory?: string;
  /**
   * Further fields of the ECS container definition, in its own spelling, for example `{ dockerLabels: { team: "x" } }`.
   * A field that this type has a name for is refused here.
   *
   * @default - none
   */
  readonly additionalFields?: Readonly<Record<string, JsonValue>>;
}

/** What a task is, apart from its size. */
export interface FargateTaskDescription {
  /** Family of the task definition: letters, digits, `-` and `_`, at most 255. */
  readonly family: string;
  /** The containers by name. */
  readonly containers: Readonly<Record<string, Container>>;
  /** Platform version on which the task runs; it decides which calls leave through the task's network interface. @default "1.4.0" */
  readonly platformVersion?: PlatformVersion;
  /** Ephemeral storage in GiB, 21 to 200. @default - the 20 GiB that every task has */
  readonly ephemeralStorage?: number;
  /** CPU architecture. @default "X86_64" */
  readonly cpuArchitecture?: "X86_64" | "ARM64";
}

/** The smallest size, 256 CPU units and 512 MiB, unless `cpu` and `memory` are given. */
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
export type FargateTask = FargateTaskDescription & (FargateSize | DefaultFargateSize);
