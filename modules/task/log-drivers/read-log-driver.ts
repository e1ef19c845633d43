import { issue } from "../../issues/issue";
import { isUnresolved } from "../../values/unresolved";
import type { FieldReader } from "../definition/field-reader";
import { given } from "../definition/given";
import type { JsonPath } from "../definition/json-path";
import { isTruthOrUnresolved, isWord } from "../definition/json-types";
import type { ReadingIssues } from "../definition/reading-issues";
import type { TaskDefinitionContext } from "../definition/task-definition-context";
import { unknownWord } from "../definition/unknown-word";
import { readSecrets } from "../secrets/read-secrets";
import { type AwslogsDriver, type FirelensDriver, LogDriver } from "./log-driver";

type Options = Readonly<Record<string, string>>;

const MODES = ["blocking", "non-blocking"] as const;

/**
 * `logConfiguration` of a container. A container that has none drops its output.
 *
 * @param taskPath where the log driver stands in the task
 */
export function readLogDriver(container: FieldReader, taskPath: string, context: TaskDefinitionContext): LogDriver {
  const configuration = container.object("logConfiguration");
  if (configuration === undefined) return LogDriver.none();
  context.paths.set(taskPath, configuration.path);
  const logDriver = configuration.requiredText("logDriver", "it says where the output goes");
  const options = configuration.textMembers("options");
  const secretOptions = readSecrets(configuration, "secretOptions", `${taskPath}.secretOptions`, context);
  const common = secretOptions === undefined ? {} : { secretOptions };
  switch (logDriver) {
    case "awslogs":
      return LogDriver.awslogs({
        ...awslogsOptions(options ?? {}, configuration.pathOf("options"), context.issues),
        ...common,
      });
    case "awsfirelens":
      return LogDriver.firelens(undefined, { ...firelensOptions(options), ...common });
    case "splunk": {
      const { "splunk-url": url = "", ...rest } = options ?? {};
      return LogDriver.splunk(url, { ...furtherOptions(rest), ...common });
    }
    default:
      if (isUnresolved(logDriver)) reportUnknown(configuration, taskPath, context);
      return { kind: "unsupported", logDriver: logDriver ?? "" };
  }
}

function reportUnknown(configuration: FieldReader, taskPath: string, context: TaskDefinitionContext): void {
  context.markUnknown(taskPath);
  context.issues.report(
    configuration.pathOf("logDriver"),
    issue("log-driver-unresolved", {
      problem: "Terraform fills in the log driver, so it is unknown where the output goes",
      why: 'awslogs needs the endpoint "logs", other drivers need other ways',
      fix: "check which driver it is, and add what it needs",
    }),
  );
}

function awslogsOptions(options: Options, path: JsonPath, issues: ReadingIssues): Omit<AwslogsDriver, "kind"> {
  const {
    "awslogs-group": logGroupName,
    "awslogs-region": region,
    "awslogs-stream-prefix": streamPrefix,
    "awslogs-create-group": create,
    "awslogs-datetime-format": datetimeFormat,
    "awslogs-multiline-pattern": multilinePattern,
    "max-buffer-size": maxBufferSize,
    mode,
    ...rest
  } = options;
  const createGroup = create === "true" || create === "false" ? create === "true" : create;
  if (typeof createGroup === "string" && !isTruthOrUnresolved(createGroup)) {
    issues.reportUnusable([...path, "awslogs-create-group"], unknownWord(createGroup, ["true", "false"]));
  }
  if (mode !== undefined && !isWord(mode, MODES)) issues.reportUnusable([...path, "mode"], unknownWord(mode, MODES));
  return {
    ...given({ logGroupName, region, streamPrefix, datetimeFormat, multilinePattern, maxBufferSize }),
    ...(createGroup !== undefined && isTruthOrUnresolved(createGroup) ? { createGroup } : {}),
    ...(isWord(mode, MODES) ? { mode } : {}),
    ...furtherOptions(rest),
  };
}

/** The plugin is `Name` with Fluent Bit and `@type` with Fluentd; Fluent Bit takes `name` as well. */
function firelensOptions(options: Options | undefined): Omit<FirelensDriver, "kind"> {
  if (options === undefined) return {};
  const key = ["Name", "@type", "name"].find((each) => options[each] !== undefined);
  if (key === undefined) return { options };
  const { [key]: plugin, ...rest } = options;
  return { ...given({ plugin }), ...furtherOptions(rest) };
}

function furtherOptions(options: Options): { readonly options?: Options } {
  return Object.keys(options).length === 0 ? {} : { options };
}
