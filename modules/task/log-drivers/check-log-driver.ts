import { type Issue, issue } from "../../issues/issue";
import { isUnresolved } from "../../values/unresolved";
import { checkSecret } from "../secrets/check-secret";
import { type AwslogsDriver, LOG_DRIVER_KINDS, type LogDriver, secretOptionsOf } from "./log-driver";

/** What a log driver's check has to know of the task. */
export interface LogDriverContext {
  /** Whether a container of the task is a log router. */
  readonly hasRouter: boolean;
  /** Whether nothing that is absent is filled in. */
  readonly verbatim: boolean;
}

/** Everything that is wrong with the log driver of a container or of the proxy of Service Connect. */
export function* checkLogDriver(
  driver: LogDriver,
  path: string,
  { hasRouter, verbatim }: LogDriverContext,
): Generator<Issue> {
  if (!LOG_DRIVER_KINDS.some((kind) => kind === driver.kind)) {
    yield* reportUnknown(driver, path);
    return;
  }
  if (driver.kind === "awslogs") yield* checkAwslogs(driver, path, verbatim);
  if (driver.kind === "splunk") yield* checkSplunk(driver.url, { ...driver.options, ...driver.secretOptions }, path);
  if (driver.kind === "firelens" && !hasRouter) {
    yield issue("log-router-missing", {
      path,
      problem: "the log driver firelens hands lines to a log router, and no container of the task is one",
      fix: 'add a container with firelens: { type: "fluentbit" }, for example one of the image aws-for-fluent-bit',
    });
  }
  for (const [name, secret] of Object.entries(secretOptionsOf(driver) ?? {})) {
    yield* checkSecret(secret, `${path}.secretOptions.${name}`);
  }
}

function* reportUnknown(driver: LogDriver, path: string): Generator<Issue> {
  const fix = "write LogDriver.awslogs(), LogDriver.firelens(plugin), LogDriver.splunk(url) or LogDriver.none()";
  if (driver.kind === "unsupported") {
    yield issue("log-driver-unsupported", {
      path,
      problem: `Fargate has no log driver "${driver.logDriver}"`,
      fix: "use one of these; awsfirelens hands lines to a log router, which can send them anywhere",
    });
    return;
  }
  yield issue("log-driver-unknown", {
    path,
    problem: `${JSON.stringify(driver)} is not a log driver`,
    fix,
  });
}

/** The options of awslogs that have a field of their own. */
const AWSLOGS_OPTIONS = {
  "awslogs-group": "logGroupName",
  "awslogs-region": "region",
  "awslogs-stream-prefix": "streamPrefix",
  "awslogs-create-group": "createGroup",
  mode: "mode",
  "max-buffer-size": "maxBufferSize",
  "awslogs-datetime-format": "datetimeFormat",
  "awslogs-multiline-pattern": "multilinePattern",
} as const satisfies Readonly<Record<string, keyof AwslogsDriver>>;

/** On Fargate all three are needed. Source: Amazon ECS API Reference, LogConfiguration. */
const REQUIRED = ["awslogs-group", "awslogs-region", "awslogs-stream-prefix"] as const;

function* checkAwslogs(driver: AwslogsDriver, path: string, verbatim: boolean): Generator<Issue> {
  for (const option of REQUIRED) {
    if (!verbatim || driver[AWSLOGS_OPTIONS[option]] !== undefined) continue;
    yield issue("log-option-missing", {
      path,
      problem: `the log driver awslogs has no option ${option}`,
      why: "on Fargate awslogs needs a group, a Region and a stream prefix",
      fix: `add "${option}"`,
    });
  }
  for (const option of Object.keys(driver.options ?? {})) {
    const field = Object.entries(AWSLOGS_OPTIONS).find(([name]) => name === option)?.[1];
    if (field === undefined) continue;
    yield issue("log-option-known", {
      path: `${path}.options.${option}`,
      problem: `"${option}" is not a further option`,
      fix: `use ${field} instead`,
    });
  }
  if (driver.datetimeFormat === undefined || driver.multilinePattern === undefined) return;
  yield issue("log-options-exclusive", {
    path,
    problem: "the log driver awslogs has both a datetime format and a multiline pattern",
    fix: "leave out datetimeFormat or multilinePattern",
  });
}

function* checkSplunk(url: string, options: Readonly<Record<string, unknown>>, path: string): Generator<Issue> {
  if (url === "" || (!isUnresolved(url) && !/^https?:\/\/./.test(url))) {
    yield issue("splunk-url-malformed", {
      path,
      problem: `"${url}" is not the address of a collector`,
      fix: 'write it as "https://splunk.example.com:8088"',
    });
  }
  if (options["splunk-token"] !== undefined) return;
  yield issue("log-option-missing", {
    path,
    problem: "the log driver splunk has no option splunk-token",
    why: "the collector takes lines only with its token",
    fix: 'add it as a secret: secretOptions: { "splunk-token": SecretSource.ssmParameter(name) }',
  });
}
