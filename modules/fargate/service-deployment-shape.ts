import { count, flag, list, type MembersOf, number, object, record, required, text, word } from "../shapes/shape";
import type { DeploymentHook, DeploymentStep } from "./deployment-strategy";
import type { DeploymentAlarms, ServiceDeployment } from "./service-deployment";

/** The shape of {@link ServiceDeployment}. */
export const SERVICE_DEPLOYMENT = object({
  minimumPercent: count(50),
  maximumPercent: count(200),
  circuitBreaker: text("rollback"),
  alarms: object({ names: required(list(text("errors"))), rollback: flag } satisfies MembersOf<DeploymentAlarms>),
  waitForSteadyState: flag,
  triggers: record(text("1.4.2"), "release"),
  forceNewDeployment: flag,
  zoneRebalancing: flag,
  propagateTags: text("SERVICE"),
  managedTags: flag,
  byPipeline: flag,
  strategy: word("blue-green", "rolling", "linear", "canary"),
  bakeTime: number(5),
  step: object({ percent: number(10), minutes: number(6) } satisfies MembersOf<DeploymentStep>),
  hooks: list(
    object({
      functionArn: required(text("arn:aws:lambda:…")),
      stages: required(list(text("POST_TEST_TRAFFIC_SHIFT"))),
    } satisfies MembersOf<DeploymentHook>),
  ),
  roleArn: text("arn:aws:iam::123456789012:role/…"),
} satisfies MembersOf<ServiceDeployment>);
