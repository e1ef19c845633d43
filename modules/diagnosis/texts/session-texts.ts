import type { CauseName } from "../causes/cause-table";
import { byTaskRole, type KnownText, PAGES } from "./known-text";

const CHANNEL = byTaskRole(["ssmmessages"], "ssmmessages:CreateControlChannel");

const OF_CHANNEL: readonly CauseName[] = [
  "endpoint-missing",
  "private-dns-off",
  "vpc-dns-hostnames-off",
  "endpoint-ingress-missing",
  "task-egress-missing",
  "network-acl-blocks",
  "permission-missing",
  "endpoint-policy-refuses",
  "execute-command-off",
  "execute-command-readonly",
];

/** Texts about ECS Exec. */
export const SESSION_TEXTS: readonly KnownText[] = [
  {
    name: "execute-command-off",
    pattern: /execute command was not enabled when the task was run/i,
    what: "no session opens in the task",
    call: CHANNEL,
    causes: ["execute-command-off", "execute-command-readonly", ...OF_CHANNEL.slice(0, -2)],
    source: PAGES.exec,
    confidence: "documented",
  },
  {
    name: "execute-command-agent",
    pattern: /ExecuteCommandAgent\W+(?:\w+\W+){0,6}?(?:STOPPED|PENDING)\b|ExecuteCommandAgent isn't running/,
    what: "the agent of ECS Exec does not run in the container",
    call: CHANNEL,
    source: PAGES.exec,
    confidence: "documented",
    causes: OF_CHANNEL,
  },
  {
    name: "session-log",
    pattern:
      /(?:execute.command|ecs exec|session manager|SessionManagerPlugin).*(?:unable to validate encryption|(?:no|not|never|without|missing)\b.{0,40}\b(?:logs?|output)\b|unable to (?:put|upload|start).*(?:logs?|S3|KMS))|couldn't start the session because/i,
    what: "the session of ECS Exec cannot keep its log, or fetch its key",
    call: byTaskRole(["logs", "s3", "kms"], "logs:CreateLogStream", "s3:PutObject", "kms:Decrypt"),
    causes: OF_CHANNEL.slice(0, -2),
    source: PAGES.exec,
    confidence: "derived",
  },
  {
    name: "execute-command",
    pattern:
      /TargetNotConnectedException|The execute command failed|when calling the ExecuteCommand operation|not authorized to perform: ssmmessages:|ECS: ExecuteCommand/,
    what: "no session opens in the task",
    call: CHANNEL,
    causes: OF_CHANNEL,
    source: PAGES.exec,
    confidence: "documented",
  },
];
