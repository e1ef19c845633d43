import { flag, type MembersOf, object, record, required, text, variants } from "../../shapes/shape";
import { SECRET_SOURCE } from "../secrets/secret-shape";
import type { AwslogsDriver } from "./awslogs";
import type { FirelensDriver } from "./firelens";
import type { LogDriverOptions } from "./log-driver-kind";
import type { NoLogDriver } from "./none";
import type { UnsupportedLogDriver } from "./unsupported-log-driver";

const OPTIONS = {
  options: record(text("orders"), "tag"),
  secretOptions: record(SECRET_SOURCE, "splunk-token"),
} satisfies MembersOf<LogDriverOptions>;

const AWSLOGS = object({
  ...OPTIONS,
  kind: required(text("awslogs")),
  logGroupName: text("/ecs/orders"),
  region: text("eu-west-1"),
  streamPrefix: text("orders"),
  createGroup: flag,
  mode: text("non-blocking"),
  maxBufferSize: text("25m"),
  datetimeFormat: text("%Y-%m-%d"),
  multilinePattern: text("^INFO"),
} satisfies MembersOf<AwslogsDriver>);

const FIRELENS = object({
  ...OPTIONS,
  kind: required(text("firelens")),
  plugin: text("cloudwatch_logs"),
} satisfies MembersOf<FirelensDriver>);

const SPLUNK = object({ ...OPTIONS, kind: required(text("splunk")), url: text("https://splunk.example.com:8088") });

const NONE = object({ kind: required(text("none")) } satisfies MembersOf<NoLogDriver>);

const UNSUPPORTED = object({
  kind: required(text("unsupported")),
  logDriver: required(text("gelf")),
} satisfies MembersOf<UnsupportedLogDriver>);

/** The shape of a `LogDriver`. */
export const LOG_DRIVER = variants(
  "kind",
  { awslogs: AWSLOGS, firelens: FIRELENS, splunk: SPLUNK, none: NONE, unsupported: UNSUPPORTED },
  "LogDriver.awslogs()",
);
