import { CONTAINER_TIMEOUT, MOST_ENVIRONMENT_FILES } from "../../aws/limits";
import { inEachLanguage } from "../../issues/fix";
import { type Issue, issue } from "../../issues/issue";
import { asWritten } from "../../text/words";
import { isPending, isPendingNumber } from "../../values/pending";
import type { Container, ContainerHealthCheck } from "../container";
import { environmentFile } from "../environment-file";

/** What is wrong with health check, stop timeout, environment files and log router of a container. */
export function* checkContainerSettings(container: Container, path: string): Generator<Issue> {
  yield* checkHealthCheck(container.healthCheck, `${path}.healthCheck`);
  yield* checkStopTimeout(container.stopTimeout, `${path}.stopTimeout`);
  yield* checkEnvironmentFiles(container, `${path}.environmentFiles`);
  yield* checkRouter(container, `${path}.firelens`);
}

/** Source: Amazon ECS API Reference, HealthCheck. */
const HEALTH_CHECK_RANGES = {
  interval: { least: 5, most: 300, unit: "seconds" },
  timeout: { least: 2, most: 60, unit: "seconds" },
  retries: { least: 1, most: 10, unit: "failed checks" },
  startPeriod: { least: 0, most: 300, unit: "seconds" },
} as const satisfies Readonly<
  Partial<Record<keyof ContainerHealthCheck, { least: number; most: number; unit: string }>>
>;

function* checkHealthCheck(healthCheck: ContainerHealthCheck | undefined, path: string): Generator<Issue> {
  if (healthCheck === undefined) return;
  if (healthCheck.command.length === 0) {
    yield issue("health-check-empty", {
      path,
      problem: "the health check has no command",
      fix: inEachLanguage(
        ({ field }) => `write ${field("command", '["CMD-SHELL", "curl -f http://localhost/ || exit 1"]')}`,
      ),
    });
  }
  const { interval, timeout, retries, startPeriod } = healthCheck;
  for (const [field, value] of Object.entries({ interval, timeout, retries, startPeriod })) {
    const range = Object.entries(HEALTH_CHECK_RANGES).find(([name]) => name === field)?.[1];
    if (value === undefined || range === undefined || isWithin(value, range)) continue;
    yield issue("health-check-out-of-range", {
      path: `${path}.${field}`,
      problem: `${field} ${asWritten(value)} is out of range`,
      why: `ECS takes whole numbers from ${range.least} to ${range.most} (${range.unit})`,
      fix: `write ${nearestWithin(value, range)}`,
    });
  }
}

function* checkStopTimeout(value: number | undefined, path: string): Generator<Issue> {
  if (value === undefined || isWithin(value, CONTAINER_TIMEOUT)) return;
  yield issue("stop-timeout-out-of-range", {
    path,
    problem: `a stop timeout of ${asWritten(value)} seconds cannot be had`,
    fix: `write ${nearestWithin(value, CONTAINER_TIMEOUT)}`,
  });
}

function isWithin(value: number, { least, most }: { readonly least: number; readonly most: number }): boolean {
  return isPendingNumber(value) || (Number.isInteger(value) && value >= least && value <= most);
}

function nearestWithin(value: number, { least, most }: { readonly least: number; readonly most: number }): number {
  return Number.isFinite(value) ? Math.min(most, Math.max(least, Math.round(value))) : least;
}

function* checkEnvironmentFiles({ environmentFiles = [] }: Container, path: string): Generator<Issue> {
  if (environmentFiles.length > MOST_ENVIRONMENT_FILES) {
    yield issue("environment-files-too-many", {
      path,
      problem: `the container has ${environmentFiles.length} environment files`,
      fix: "join some of them",
    });
  }
  for (const [index, file] of environmentFiles.entries()) {
    const { arn } = environmentFile(file);
    if (isPending(arn) || /^arn:[a-z-]+:s3:::[^/]+\/.*\.env$/.test(arn)) continue;
    yield issue("environment-file-malformed", {
      path: `${path}[${index}]`,
      problem: `"${arn}" is not the ARN of an environment file`,
      fix: 'write it as "arn:aws:s3:::orders-config/production.env"',
    });
  }
}

/** Source: Amazon ECS Developer Guide, "Example Amazon ECS task definition: Route logs to FireLens". */
function* checkRouter({ firelens }: Container, path: string): Generator<Issue> {
  if (firelens?.options?.["config-file-type"] !== "s3") return;
  yield issue("firelens-config-on-s3", {
    path,
    problem: "the log router takes its configuration from S3",
    fix: 'put the file into the image of the router and write "config-file-type": "file"',
  });
}
