import type { SecretSource } from "../secrets/secret-source";
import { awslogs } from "./awslogs";
import type { LogDriver } from "./log-driver";

/** A log driver, and where it stands in the task. */
export interface PlacedLogDriver {
  readonly driver: LogDriver;
  readonly path: string;
}

/** A task as far as it has log drivers. */
export interface LoggingTask {
  readonly containers: Readonly<Record<string, { readonly logDriver?: LogDriver }>>;
  readonly serviceConnect?: { readonly logDriver?: LogDriver };
}

/** The log drivers of the containers, awslogs where one says none, and that of the proxy of Service Connect. */
export function logDriversOf({ containers, serviceConnect }: LoggingTask): readonly PlacedLogDriver[] {
  const drivers: PlacedLogDriver[] = Object.entries(containers).map(([name, { logDriver }]) => ({
    driver: logDriver ?? awslogs(),
    path: `containers.${name}.logDriver`,
  }));
  const ofProxy = serviceConnect?.logDriver;
  return ofProxy === undefined ? drivers : [...drivers, { driver: ofProxy, path: "serviceConnect.logDriver" }];
}

/** Whether a task writes to the log group of its service. */
export function usesLogGroupOfService(task: LoggingTask): boolean {
  return logDriversOf(task).some(({ driver }) => driver.kind === "awslogs" && driver.logGroupName === undefined);
}

/** The options of a log driver that are fetched, where it has any. */
export function secretOptionsOf(driver: LogDriver | undefined): Readonly<Record<string, SecretSource>> | undefined {
  return typeof driver === "object" && "secretOptions" in driver ? driver.secretOptions : undefined;
}
