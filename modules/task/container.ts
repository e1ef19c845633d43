import type { JsonValue } from "../values/json-value";
import type { EnvironmentFile } from "./environment-file";
import type { ContainerImage } from "./images/container-image";
import type { LogDriver } from "./log-drivers/log-driver";
import type { ContainerOptions } from "./options/container-options";
import type { SecretSource } from "./secrets/secret-source";

/** A port that a container listens on. */
export interface PortMapping {
  /** Port number, 1 to 65535. On Fargate the host port is the same. */
  readonly containerPort: number;
  /** Protocol of the port. @default "tcp" */
  readonly protocol?: "tcp" | "udp";
  /** Name of the port, for Service Connect. @default - no name */
  readonly name?: string;
  /** Protocol of the application, for Service Connect. @default - TCP */
  readonly appProtocol?: "http" | "http2" | "grpc";
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

/** A volume of the task in the file system of a container. */
export interface MountPoint {
  /** Name of the volume, a key in the task's `volumes`. */
  readonly sourceVolume: string;
  /** Where the container sees it. */
  readonly containerPath: string;
  /** Whether the container cannot write to it. @default false */
  readonly readOnly?: boolean;
}

/** The log router of a task, as `firelensConfiguration` has it. */
export interface FirelensRouter {
  readonly type: "fluentbit" | "fluentd";
  /** For example `{ "enable-ecs-log-metadata": "true" }`. @default - none */
  readonly options?: Readonly<Record<string, string>>;
}

/** How far a container must be: `START`ed, ended (`COMPLETE`), ended without error (`SUCCESS`), or `HEALTHY`. */
export type ContainerCondition = (typeof CONTAINER_CONDITIONS)[number];

/** The conditions of `dependsOn`. Source: Amazon ECS API Reference, ContainerDependency. */
export const CONTAINER_CONDITIONS = ["START", "COMPLETE", "SUCCESS", "HEALTHY"] as const;

/** One container of a task. */
export interface Container extends ContainerOptions {
  /** The image, and the registry that it comes from. */
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
  /** Files of environment variables in S3, at most 10. @default - none */
  readonly environmentFiles?: readonly (EnvironmentFile | string)[];
  /** Volumes of the task that the container sees. @default - none */
  readonly mountPoints?: readonly MountPoint[];
  /** Containers of the task that must be so far before this one starts, by their names. @default - none */
  readonly dependsOn?: Readonly<Record<string, ContainerCondition>>;
  /** Makes the container the task's log router, to which the log driver `firelens` hands output. @default - it is none */
  readonly firelens?: FirelensRouter;
  /** CPU units reserved for the container, out of the task's. @default - none */
  readonly cpu?: number;
  /** MiB of memory beyond which the container is killed. @default - the task's memory */
  readonly memory?: number;
  /** MiB of memory reserved for the container. @default - none */
  readonly memoryReservation?: number;
  /** Seconds between the request to stop and the kill, 2 to 120. @default 30 */
  readonly stopTimeout?: number;
  /**
   * Further fields of the ECS container definition, in its own spelling, for example
   * `{ volumesFrom: [{ sourceContainer: "files" }] }`. A field that this type has a name for is refused here; one that it has
   * the same name for, such as `ulimits`, beside that name.
   *
   * @default - none
   */
  readonly additionalFields?: Readonly<Record<string, JsonValue>>;
}
