import type { FirelensRouter } from "../task/container";
import type { AwslogsDriver, LogDriver } from "../task/log-drivers/log-driver";
import { secretValueFrom } from "../task/secrets/secret-source";

/** What a log driver takes from the service where it does not say. */
export interface LogSurroundings {
  /** Region of the service. */
  readonly region: string;
  /** Name of the service's log group. */
  readonly logGroupName: string;
  /** First part of the log stream's name. */
  readonly streamPrefix: string;
  /** The kind of log router of the task, where it has one. */
  readonly router?: FirelensRouter["type"];
}

/** A log configuration in ECS's own spelling. */
export interface LogConfiguration {
  readonly logDriver: string;
  readonly options?: Readonly<Record<string, string>>;
  readonly secretOptions?: readonly { readonly name: string; readonly valueFrom: string }[];
}

/** A log driver as ECS's log configuration; `undefined` where the output is dropped. */
export function logConfiguration(
  driver: LogDriver = { kind: "awslogs" },
  surroundings: LogSurroundings,
): LogConfiguration | undefined {
  switch (driver.kind) {
    case "awslogs":
      return configuration("awslogs", awslogsOptions(driver, surroundings), driver);
    case "firelens": {
      const name = surroundings.router === "fluentd" ? "@type" : "Name";
      return configuration("awsfirelens", driver.plugin === undefined ? {} : { [name]: driver.plugin }, driver);
    }
    case "splunk":
      return configuration("splunk", { "splunk-url": driver.url }, driver);
    default:
      return undefined;
  }
}

function awslogsOptions(driver: AwslogsDriver, surroundings: LogSurroundings): Record<string, string> {
  const { createGroup, mode, maxBufferSize, datetimeFormat, multilinePattern } = driver;
  return {
    "awslogs-group": driver.logGroupName ?? surroundings.logGroupName,
    "awslogs-region": driver.region ?? surroundings.region,
    "awslogs-stream-prefix": driver.streamPrefix ?? surroundings.streamPrefix,
    ...(createGroup === true ? { "awslogs-create-group": "true" } : {}),
    ...(mode === undefined ? {} : { mode }),
    ...(maxBufferSize === undefined ? {} : { "max-buffer-size": maxBufferSize }),
    ...(datetimeFormat === undefined ? {} : { "awslogs-datetime-format": datetimeFormat }),
    ...(multilinePattern === undefined ? {} : { "awslogs-multiline-pattern": multilinePattern }),
  };
}

function configuration(
  logDriver: string,
  own: Readonly<Record<string, string>>,
  driver: Pick<AwslogsDriver, "options" | "secretOptions">,
): LogConfiguration {
  const options = { ...own, ...driver.options };
  const secretOptions = Object.entries(driver.secretOptions ?? {}).map(([name, source]) => ({
    name,
    valueFrom: secretValueFrom(source),
  }));
  return {
    logDriver,
    ...(Object.keys(options).length === 0 ? {} : { options }),
    ...(secretOptions.length === 0 ? {} : { secretOptions }),
  };
}
