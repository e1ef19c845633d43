import type { LbTargetGroupHealthCheck } from "@cdktf/provider-aws/lib/lb-target-group";
import { type Issue, issue } from "../issues/issue";
import { asWritten } from "../text/words";
import { isUnresolved } from "../values/unresolved";
import { numberAsText } from "./number-as-text";
import { portIssues } from "./port-issues";

/** How a load balancer finds out whether a target is healthy, whatever the protocol. */
export interface HealthCheckTimes {
  /** TCP port. @default - the port of the target */
  readonly port?: number;
  /** Seconds between two checks, 5 to 300. @default 30 */
  readonly interval?: number;
  /** Seconds until a check counts as failed, 2 to 120. @default - AWS's: 5 for HTTP, 10 for TCP */
  readonly timeout?: number;
  /** Checks in a row that must succeed, 2 to 10. @default - the provider's: 3 */
  readonly healthyThreshold?: number;
  /** Checks in a row that must fail, 2 to 10. @default - the provider's: 3 */
  readonly unhealthyThreshold?: number;
}

/** A health check by an HTTP request. */
export interface HttpHealthCheck extends HealthCheckTimes {
  /** Path of the request, for example `"/health"`. @default "/" */
  readonly path?: string;
  /** Status codes of a healthy target, for example `"200-299"`. @default "200" */
  readonly matcher?: string;
}

/** The ranges of AWS. Source: Elastic Load Balancing API Reference, CreateTargetGroup. */
const RANGES = {
  interval: { least: 5, most: 300, unit: "seconds" },
  timeout: { least: 2, most: 120, unit: "seconds" },
  healthyThreshold: { least: 2, most: 10, unit: "checks" },
  unhealthyThreshold: { least: 2, most: 10, unit: "checks" },
} as const;

/** Everything that is wrong with a health check. */
export function* checkHealthCheck(healthCheck: HttpHealthCheck, path: string): Generator<Issue> {
  yield* checkRequest(healthCheck, path);
  yield* portIssues(healthCheck.port, `${path}.port`, "the health check");
  yield* checkRanges(healthCheck, path);
}

/**
 * A health check as the attributes of a target group: an HTTP request where there is a path, else a TCP connection.
 *
 * @param protocol the protocol of the target group; HTTP has a path by default
 */
export function healthCheckAttributes(
  protocol: "HTTP" | "TCP",
  { port, ...own }: HttpHealthCheck,
): LbTargetGroupHealthCheck {
  return {
    protocol: own.path === undefined ? protocol : "HTTP",
    ...(port === undefined ? {} : { port: numberAsText(port) }),
    ...(protocol === "HTTP" ? { path: "/" } : {}),
    ...own,
  };
}

function* checkRequest({ path: request }: HttpHealthCheck, path: string): Generator<Issue> {
  if (request === undefined || isUnresolved(request) || request.startsWith("/")) return;
  yield issue("health-check-path-malformed", {
    path: `${path}.path`,
    problem: `the health-check path "${request}" does not start with a slash`,
    fix: `write "/${request}"`,
  });
}

function* checkRanges(healthCheck: HealthCheckTimes, path: string): Generator<Issue> {
  for (const name of ["interval", "timeout", "healthyThreshold", "unhealthyThreshold"] as const) {
    const value = healthCheck[name];
    const { least, most, unit } = RANGES[name];
    if (value === undefined || isUnresolved(value)) continue;
    if (Number.isInteger(value) && value >= least && value <= most) continue;
    yield issue("health-check-out-of-range", {
      path: `${path}.${name}`,
      problem: `${asWritten(value)} is not a possible ${name} of a health check`,
      why: `AWS takes whole numbers from ${least} to ${most} (${unit})`,
      fix: `write a number from ${least} to ${most}, or leave ${name} out`,
    });
  }
}
