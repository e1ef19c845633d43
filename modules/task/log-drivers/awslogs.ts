import { asksToRegion } from "../../asks/asks-to-region";
import { FAILURES } from "../../asks/failures";
import { issue } from "../../issues/issue";
import { isPending } from "../../values/pending";
import { isWord } from "../json/json-types";
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

/** What the driver takes for true and for false. Source: ParseBool of Go's package strconv, with which it reads the option. */
const TRUTHS = {
  true: ["true", "True", "TRUE", "t", "T", "1"],
  false: ["false", "False", "FALSE", "f", "F", "0"],
} as const;

/** The options that take some words only, with these. */
const WORDS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ["awslogs-create-group", [...TRUTHS.true, ...TRUTHS.false]],
  ["mode", MODES],
]);

/** The words of an option, where it has a text that is none of them. */
function wordsInstead(option: string, value: string): readonly string[] | undefined {
  const words = WORDS.get(option);
  return words === undefined || isWord(value, words) ? undefined : words;
}

/** An expression of Terraform's stays itself. */
function truthOf(value: string): string | boolean {
  return isPending(value) ? value : TRUTHS.true.some((word) => word === value);
}

/** The driver creates its log stream before the container starts, so a missing endpoint stops the task. */
export const awslogsKind: LogDriverKind<AwslogsDriver> = {
  ecs: {
    name: "awslogs",
    needed: REQUIRED,
    read(options, configuration) {
      const fields: Record<string, string | boolean> = {};
      const further: Record<string, string> = {};
      for (const [option, value] of Object.entries(options)) {
        const field = FIELD_OF_OPTION.get(option);
        // ECS registers a word that the driver does not know, so it stays what it is.
        if (field === undefined || wordsInstead(option, value) !== undefined) further[option] = value;
        else fields[field] = field === "createGroup" ? truthOf(value) : value;
      }
      return awslogs({ ...fields, ...furtherOptions(further, configuration) });
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
    for (const [option, value] of Object.entries(driver.options ?? {})) {
      const field = FIELD_OF_OPTION.get(option);
      if (field === undefined) continue;
      const words = wordsInstead(option, value);
      if (words !== undefined) {
        yield issue("log-option-unknown", {
          path: `${path}.options.${option}`,
          problem: `"${value}" is nothing that awslogs takes for ${option}`,
          fix: `write one of ${words.join(", ")}`,
        });
        continue;
      }
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
      fix: {
        library: "leave out datetimeFormat or multilinePattern",
        ecs: 'leave out "awslogs-datetime-format" or "awslogs-multiline-pattern"',
      },
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
      // The driver creates the group only where it finds none.
      mayLack: true,
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
      fix: {
        library: `leave region out, so that the logs stay in ${context.surroundings.region}`,
        ecs: `write "awslogs-region": "${context.surroundings.region}", so that the logs stay there`,
        terraform: `write awslogs-region = "${context.surroundings.region}", so that the logs stay there`,
      },
    });
  },
};
