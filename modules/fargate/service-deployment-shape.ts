import { count, flag, list, type MembersOf, object, record, required, text } from "../shapes/shape";
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
} satisfies MembersOf<ServiceDeployment>);
