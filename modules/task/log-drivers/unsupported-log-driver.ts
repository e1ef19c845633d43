import { issue } from "../../issues/issue";
import type { LogDriverKind } from "./log-driver-kind";

/** A log driver that Fargate refuses, as a raw task definition may have it. */
export interface UnsupportedLogDriver {
  readonly kind: "unsupported";
  /** Name of the driver, for example `"syslog"`. */
  readonly logDriver: string;
}

export const unsupportedLogDriverKind: LogDriverKind<UnsupportedLogDriver> = {
  ecs: undefined,
  *check({ logDriver }, path) {
    yield issue("log-driver-unsupported", {
      path,
      problem: `Fargate has no log driver "${logDriver}"`,
      fix: "use one of these; awsfirelens hands lines to a log router, which can send them anywhere",
    });
  },
  asks: () => [],
};
