import type { AskFinding } from "../../asks/ask";
import type { AskContext } from "../../asks/ask-context";
import type { Issue } from "../../issues/issue";
import type { JsonPath } from "../json/json-path";
import type { ReadingIssues } from "../json/reading-issues";
import type { SecretSource } from "../secrets/secret-source";

/** Options of a log configuration, in ECS's own spelling. */
export type LogOptions = Readonly<Record<string, string>>;

/** What every driver with a log configuration may have. */
export interface LogDriverOptions {
  /** Further options of the driver, in ECS's own spelling. One that has a name here is refused. @default - none */
  readonly options?: LogOptions;
  /** Options whose values are fetched when the task starts. @default - none */
  readonly secretOptions?: Readonly<Record<string, SecretSource>>;
}

/** What a log driver's check has to know of the task. */
export interface LogDriverContext {
  /** Whether a container of the task is a log router. */
  readonly hasRouter: boolean;
  /** Whether nothing that is absent is filled in. */
  readonly verbatim: boolean;
}

/** What a log driver takes from the service where it does not say. */
export interface LogDefaults {
  /** Region of the service. */
  readonly region: string;
  /** Name of the service's log group. */
  readonly logGroupName: string;
  /** First part of the log stream's name. */
  readonly streamPrefix: string;
  /** The kind of log router of the task, where it has one. */
  readonly router?: "fluentbit" | "fluentd";
}

/** A log configuration that is read, apart from its options. */
export interface ReadConfiguration extends Pick<LogDriverOptions, "secretOptions"> {
  /** Where the options stand in the document. */
  readonly path: JsonPath;
  readonly issues: ReadingIssues;
}

/** How ECS writes a driver. */
export interface EcsLogDriver<Driver> {
  /** Name of the driver in a log configuration. */
  readonly name: string;
  /** The options without which there is no such driver, unless they are secret. */
  readonly needed: readonly string[];
  /** The driver of a log configuration. */
  read(options: LogOptions, configuration: ReadConfiguration): Driver;
  /** The options that the driver's fields stand for. */
  write(driver: Driver, defaults: LogDefaults): LogOptions;
}

/** Everything that has to be known of a kind of log driver. */
export interface LogDriverKind<Driver> {
  /** @default - it has no log configuration */
  readonly ecs: EcsLogDriver<Driver> | undefined;
  /** What is wrong with one, as far as literals show, apart from its secret options. */
  check(driver: Driver, path: string, context: LogDriverContext): Iterable<Issue>;
  /** What writing to it asks, apart from its secret options. */
  asks(driver: Driver, path: string, context: AskContext): Iterable<AskFinding>;
}

/** What a driver has besides its own fields, as far as it is there. */
export function furtherOptions(options: LogOptions, { secretOptions }: ReadConfiguration): LogDriverOptions {
  return {
    ...(Object.keys(options).length === 0 ? {} : { options }),
    ...(secretOptions === undefined ? {} : { secretOptions }),
  };
}
