import type { FailedCall } from "../causes/failed-call";
import { hostsIn } from "../input/host-in-text";
import { byExecutionRole, type KnownText, PAGES } from "./known-text";

const STREAM = byExecutionRole(["logs"], "logs:CreateLogStream");
const OF_STREAM = "the task cannot create its log stream";

function destination(text: string): FailedCall {
  const host = hostsIn(text)[0]?.host;
  return {
    services: [host ?? "the log destination"],
    actions: [],
    by: "execution-role",
    ...(host === undefined ? {} : { host }),
  };
}

/** Texts about logs, those in which the service has answered first. */
export const LOG_TEXTS: readonly KnownText[] = [
  {
    name: "log-group-missing",
    pattern: /log group does not exist|log ?(?:stream|group|ging driver).*ResourceNotFoundException/i,
    what: OF_STREAM,
    call: STREAM,
    causes: ["log-group-missing"],
    source: PAGES.initialization,
    confidence: "seen",
  },
  {
    name: "splunk",
    pattern: /(?:logging driver|logger args).*(?:services\/collector|splunk)/i,
    what: "the log driver does not reach Splunk",
    call: destination,
    causes: ["log-destination-unreachable", "task-egress-missing", "network-acl-blocks"],
    source: "https://docs.docker.com/engine/logging/drivers/splunk/",
    confidence: "derived",
  },
  {
    name: "log-group-refused",
    pattern: /not authorized to perform: logs:CreateLogGroup/,
    what: "the task cannot create its log group",
    call: byExecutionRole(["logs"], "logs:CreateLogGroup"),
    source: PAGES.initialization,
    confidence: "seen",
  },
  {
    name: "log-stream",
    pattern:
      /failed to create cloudwatch log (?:stream|group)|failed to validate logger args|create stream has been retried|Amazon CloudWatch log group defined|between the task and Amazon CloudWatch|failed to initialize logging driver|not authorized to perform: logs:CreateLogStream|CloudWatch Logs: CreateLogStream/i,
    what: OF_STREAM,
    call: STREAM,
    source: PAGES.initialization,
    confidence: "documented",
  },
];
