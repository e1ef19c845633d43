import { type AwslogsDriver, awslogs, awslogsKind } from "./awslogs";
import { type FirelensDriver, firelens, firelensKind } from "./firelens";
import type { LogDriverKind } from "./log-driver-kind";
import { type NoLogDriver, none, noneKind } from "./none";
import { type SplunkDriver, splunk, splunkKind } from "./splunk";
import { type UnsupportedLogDriver, unsupportedLogDriverKind } from "./unsupported-log-driver";

/** What happens to a container's output. */
export type LogDriver = AwslogsDriver | FirelensDriver | SplunkDriver | NoLogDriver | UnsupportedLogDriver;

type LogDriverOf<Kind extends LogDriver["kind"]> = Extract<LogDriver, { readonly kind: Kind }>;

/** Says what happens to a container's output. */
export const LogDriver = { awslogs, firelens, splunk, none } as const satisfies {
  readonly [Kind in Exclude<LogDriver["kind"], "unsupported">]: (...given: never[]) => LogDriverOf<Kind>;
};

/** The kinds of {@link LogDriver}. Source: Amazon ECS API Reference, LogConfiguration, read 2026-11-20. */
export const LOG_DRIVER_KINDS: { readonly [Kind in LogDriver["kind"]]: LogDriverKind<LogDriverOf<Kind>> } = {
  awslogs: awslogsKind,
  firelens: firelensKind,
  splunk: splunkKind,
  none: noneKind,
  unsupported: unsupportedLogDriverKind,
};

/** What is to be known of a log driver's kind. `undefined` for a kind that only a caller without a compiler can write. */
export function logDriverKind({ kind }: LogDriver): LogDriverKind<LogDriver> | undefined {
  const kinds: Readonly<Record<string, LogDriverKind<LogDriver>>> = LOG_DRIVER_KINDS;
  return Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
}
