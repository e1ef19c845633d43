import { ACCEPTANCE_ISSUES } from "./acceptance-issues";
import { ADDRESSING_ISSUES } from "./addressing-issues";
import { COMMAND_ISSUES } from "./command-issues";
import { CONFLICT_ISSUES } from "./conflict-issues";
import { CONTAINER_ISSUES } from "./container-issues";
import { ENDPOINT_ISSUES } from "./endpoint-issues";
import { IMAGE_ISSUES } from "./image-issues";
import { INSTANCE_ISSUES } from "./instance-issues";
import type { IssueRow } from "./issue-row";
import { LOAD_BALANCING_ISSUES } from "./load-balancing-issues";
import { LOG_ISSUES } from "./log-issues";
import { PLAN_ISSUES } from "./plan-issues";
import { PLATFORM_ISSUES } from "./platform-issues";
import { PRIVATE_LINK_ISSUES } from "./private-link-issues";
import { REACHABILITY_ISSUES } from "./reachability-issues";
import { SECRET_ISSUES } from "./secret-issues";
import { SERVICE_ISSUES } from "./service-issues";
import { TASK_DEFINITION_ISSUES } from "./task-definition-issues";
import { TASK_ISSUES } from "./task-issues";
import { UNKNOWN_ISSUES } from "./unknown-issues";
import { VOLUME_ISSUES } from "./volume-issues";
import { WARNING_ISSUES } from "./warning-issues";
import { WAYS_OUT_ISSUES } from "./ways-out-issues";

/** Stable name of a kind of issue, for example `"endpoint-missing"`. */
export type IssueCode =
  | keyof typeof TASK_ISSUES
  | keyof typeof PLATFORM_ISSUES
  | keyof typeof CONTAINER_ISSUES
  | keyof typeof IMAGE_ISSUES
  | keyof typeof SECRET_ISSUES
  | keyof typeof LOG_ISSUES
  | keyof typeof VOLUME_ISSUES
  | keyof typeof TASK_DEFINITION_ISSUES
  | keyof typeof COMMAND_ISSUES
  | keyof typeof PLAN_ISSUES
  | keyof typeof ADDRESSING_ISSUES
  | keyof typeof WAYS_OUT_ISSUES
  | keyof typeof ENDPOINT_ISSUES
  | keyof typeof SERVICE_ISSUES
  | keyof typeof LOAD_BALANCING_ISSUES
  | keyof typeof INSTANCE_ISSUES
  | keyof typeof PRIVATE_LINK_ISSUES
  | keyof typeof REACHABILITY_ISSUES
  | keyof typeof UNKNOWN_ISSUES
  | keyof typeof CONFLICT_ISSUES
  | keyof typeof WARNING_ISSUES
  | keyof typeof ACCEPTANCE_ISSUES;

/** What is said about each kind of issue. The library takes the type only; it is `docs/errors.md` that is made of the texts. */
export const ISSUE_TABLE: Readonly<Record<IssueCode, IssueRow>> = {
  ...TASK_ISSUES,
  ...PLATFORM_ISSUES,
  ...CONTAINER_ISSUES,
  ...IMAGE_ISSUES,
  ...SECRET_ISSUES,
  ...LOG_ISSUES,
  ...VOLUME_ISSUES,
  ...TASK_DEFINITION_ISSUES,
  ...COMMAND_ISSUES,
  ...PLAN_ISSUES,
  ...ADDRESSING_ISSUES,
  ...WAYS_OUT_ISSUES,
  ...ENDPOINT_ISSUES,
  ...SERVICE_ISSUES,
  ...LOAD_BALANCING_ISSUES,
  ...INSTANCE_ISSUES,
  ...PRIVATE_LINK_ISSUES,
  ...REACHABILITY_ISSUES,
  ...UNKNOWN_ISSUES,
  ...CONFLICT_ISSUES,
  ...WARNING_ISSUES,
  ...ACCEPTANCE_ISSUES,
};
