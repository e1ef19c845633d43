import type { SecretSource } from "../secrets/secret-source";
import type { FirelensPlugin } from "./firelens-plugin";

interface LogDriverOptions {
  /** Further options of the driver, in ECS's own spelling. One that has a name here is refused. @default - none */
  readonly options?: Readonly<Record<string, string>>;
  /** Options whose values are fetched when the task starts. @default - none */
  readonly secretOptions?: Readonly<Record<string, SecretSource>>;
}

/** Sends the container's output to a log group of CloudWatch Logs. */
export interface AwslogsDriver extends LogDriverOptions {
  readonly kind: "awslogs";
  /** Name of the log group. @default - the log group of the service */
  readonly logGroupName?: string;
  /** Region of the log group. @default - the task's Region */
  readonly region?: string;
  /** First part of the log stream's name. @default - the name of the container */
  readonly streamPrefix?: string;
  /** Whether the driver creates the log group. @default false */
  readonly createGroup?: boolean;
  /** Whether the application waits (`"blocking"`) or lines are lost when they cannot be sent. @default - ECS's default, "non-blocking" since 2025-06-25 */
  readonly mode?: "blocking" | "non-blocking";
  /** Buffer of the mode `"non-blocking"`, for example `"25m"`. @default - ECS's default, "10m" */
  readonly maxBufferSize?: string;
  /** strftime pattern with which a message starts; excludes `multilinePattern`. @default - each line is a message */
  readonly datetimeFormat?: string;
  /** Regular expression with which a message starts; excludes `datetimeFormat`. @default - each line is a message */
  readonly multilinePattern?: string;
}

/** Hands the container's output to the log router of the task, the container that has `firelens`. */
export interface FirelensDriver extends LogDriverOptions {
  readonly kind: "firelens";
  /** Output plugin of the router: its option `Name`, with Fluentd `@type`. @default - the router's own configuration decides */
  readonly plugin?: FirelensPlugin;
}

/** Sends the container's output to Splunk. */
export interface SplunkDriver extends LogDriverOptions {
  readonly kind: "splunk";
  /** Address of the HTTP event collector, for example `"https://splunk.example.com:8088"`. */
  readonly url: string;
}

/** Drops the container's output. */
export interface NoLogDriver {
  readonly kind: "none";
}

/** A log driver that Fargate refuses, as a raw task definition may have it. */
export interface UnsupportedLogDriver {
  readonly kind: "unsupported";
  /** Name of the driver, for example `"syslog"`. */
  readonly logDriver: string;
}

/** What happens to a container's output. */
export type LogDriver = AwslogsDriver | FirelensDriver | SplunkDriver | NoLogDriver | UnsupportedLogDriver;

/** The kinds of {@link LogDriver} that can be run. Source: Amazon ECS API Reference, LogConfiguration, read 2026-11-20. */
export const LOG_DRIVER_KINDS = [
  "awslogs",
  "firelens",
  "splunk",
  "none",
] as const satisfies readonly LogDriver["kind"][];

/** Says what happens to a container's output. */
export const LogDriver = {
  /** Sends it to CloudWatch Logs. */
  awslogs(options: Omit<AwslogsDriver, "kind"> = {}): AwslogsDriver {
    return { kind: "awslogs", ...options };
  },
  /**
   * Hands it to the task's log router.
   *
   * @param plugin output plugin of the router
   * @example LogDriver.firelens("kinesis_firehose", { options: { region: "eu-west-1", delivery_stream: "orders" } })
   */
  firelens(plugin?: FirelensPlugin, options: Omit<FirelensDriver, "kind" | "plugin"> = {}): FirelensDriver {
    return plugin === undefined ? { kind: "firelens", ...options } : { kind: "firelens", plugin, ...options };
  },
  /**
   * Sends it to Splunk.
   *
   * @param url address of the HTTP event collector
   * @example LogDriver.splunk("https://splunk.internal:8088", { secretOptions: { "splunk-token": SecretSource.ssmParameter("/splunk") } })
   */
  splunk(url: string, options: Omit<SplunkDriver, "kind" | "url"> = {}): SplunkDriver {
    return { kind: "splunk", url, ...options };
  },
  /** Drops it. */
  none(): NoLogDriver {
    return { kind: "none" };
  },
} as const;

/** The options of a log driver that are fetched, where it has any. */
export function secretOptionsOf(driver: LogDriver | undefined): Readonly<Record<string, SecretSource>> | undefined {
  return driver !== undefined && "secretOptions" in driver ? driver.secretOptions : undefined;
}
