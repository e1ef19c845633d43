import { secretValueFrom } from "../secrets/secret-source";
import { awslogs } from "./awslogs";
import { type LogDriver, logDriverKind } from "./log-driver";
import type { LogDefaults, LogOptions } from "./log-driver-kind";
import { secretOptionsOf } from "./placed-log-driver";

/** A log configuration in ECS's own spelling. */
export interface LogConfiguration {
  readonly logDriver: string;
  readonly options?: LogOptions;
  readonly secretOptions?: readonly { readonly name: string; readonly valueFrom: string }[];
}

/** A log driver as ECS's log configuration; `undefined` where the output is dropped. */
export function logConfiguration(driver: LogDriver = awslogs(), defaults: LogDefaults): LogConfiguration | undefined {
  const ecs = logDriverKind(driver)?.ecs;
  if (ecs === undefined) return undefined;
  const options = { ...ecs.write(driver, defaults), ...("options" in driver ? driver.options : {}) };
  const secretOptions = Object.entries(secretOptionsOf(driver) ?? {}).map(([name, source]) => ({
    name,
    valueFrom: secretValueFrom(source),
  }));
  return {
    logDriver: ecs.name,
    ...(Object.keys(options).length === 0 ? {} : { options }),
    ...(secretOptions.length === 0 ? {} : { secretOptions }),
  };
}
