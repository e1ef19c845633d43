import { asksToRegion } from "../../asks/asks-to-region";
import { FAILURES } from "../../asks/failures";
import { issue } from "../../issues/issue";
import { isTruthOrUnresolved, isWord } from "../json/json-types";
import { unknownWord } from "../json/unknown-word";
import { furtherOptions, type LogDriverKind, type LogDriverOptions } from "./log-driver-kind";

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

/** Sends the output to CloudWatch Logs. */
export function awslogs(options: Omit<AwslogsDriver, "kind"> = {}): AwslogsDriver {
  return { kind: "awslogs", ...options };
}

/** The options that have a field of their own, in the order in which they are written. */
const FIELDS = {
  "awslogs-group": "logGroupName",
  "awslogs-region": "region",
  "awslogs-stream-prefix": "streamPrefix",
  "awslogs-create-group": "createGroup",
  mode: "mode",
  "max-buffer-size": "maxBufferSize",
  "awslogs-datetime-format": "datetimeFormat",
  "awslogs-multiline-pattern": "multilinePattern",
} as const satisfies Readonly<Record<string, Exclude<keyof AwslogsDriver, "kind" | keyof LogDriverOptions>>>;

const FIELD_OF_OPTION: ReadonlyMap<string, string> = new Map(Object.entries(FIELDS));

/** On Fargate all three are needed. Source: Amazon ECS API Reference, LogConfiguration. */
const REQUIRED = ["awslogs-group", "awslogs-region", "awslogs-stream-prefix"] as const;

const MODES = ["blocking", "non-blocking"] as const;

/** The driver creates its log stream before the container starts, so a missing endpoint stops the task. */
export const awslogsKind: LogDriverKind<AwslogsDriver> = {
  ecs: {
    name: "awslogs",
    read(options, configuration) {
      const { path, issues } = configuration;
      const { "awslogs-create-group": create, mode, ...others } = options;
      const createGroup = create === "true" || create === "false" ? create === "true" : create;
      if (typeof createGroup === "string" && !isTruthOrUnresolved(createGroup)) {
        issues.reportUnusable([...path, "awslogs-create-group"], unknownWord(createGroup, ["true", "false"]));
      }
      if (mode !== undefined && !isWord(mode, MODES)) {
        issues.reportUnusable([...path, "mode"], unknownWord(mode, MODES));
      }
      const ofFields = Object.entries(others).flatMap(([option, value]) => {
        const field = FIELD_OF_OPTION.get(option);
        return field === undefined ? [] : [[field, value] as const];
      });
      const further = Object.entries(others).filter(([option]) => !FIELD_OF_OPTION.has(option));
      return awslogs({
        ...Object.fromEntries(ofFields),
        ...(createGroup !== undefined && isTruthOrUnresolved(createGroup) ? { createGroup } : {}),
        ...(isWord(mode, MODES) ? { mode } : {}),
        ...furtherOptions(Object.fromEntries(further), configuration),
      });
    },
    write(driver, defaults) {
      const filledIn = {
        ...driver,
        logGroupName: driver.logGroupName ?? defaults.logGroupName,
        region: driver.region ?? defaults.region,
        streamPrefix: driver.streamPrefix ?? defaults.streamPrefix,
      };
      const options = Object.entries(FIELDS).flatMap(([option, field]) => {
        const value = filledIn[field];
        return value === undefined || value === false ? [] : [[option, `${value}`] as const];
      });
      return Object.fromEntries(options);
    },
  },
  *check(driver, path, { verbatim }) {
    for (const option of REQUIRED) {
      if (!verbatim || driver[FIELDS[option]] !== undefined) continue;
      yield issue("log-option-missing", {
        path,
        problem: `the log driver awslogs has no option ${option}`,
        why: "on Fargate awslogs needs a group, a Region and a stream prefix",
        fix: `add "${option}"`,
      });
    }
    for (const option of Object.keys(driver.options ?? {})) {
      const field = FIELD_OF_OPTION.get(option);
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
  },
  *asks({ logGroupName: name, region, createGroup }, path, context) {
    const group = { name, region };
    const writes = {
      sid: "Logs",
      actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
      on: { kind: "log-streams", ...group },
    } as const;
    const creates = {
      sid: "LogGroups",
      actions: ["logs:CreateLogGroup"],
      on: { kind: "log-group", ...group },
    } as const;
    const ask = {
      rule: "awslogs",
      service: "logs",
      by: "execution-role",
      requests: createGroup === true ? [writes, creates] : [writes],
      text: "the awslogs driver writes to CloudWatch Logs",
      failure: FAILURES.logStream,
      path,
    } as const;
    yield* asksToRegion([ask], region, context, {
      name: name === undefined ? "the log group" : `the log group "${name}"`,
      fix: `leave region out, so that the logs stay in ${context.surroundings.region}`,
    });
  },
};
