import { ACCEPTANCE_ISSUES } from "./acceptance-issues";
import { ADDRESSING_ISSUES } from "./addressing-issues";
import { COMMAND_ISSUES } from "./command-issues";
import { CONFLICT_ISSUES } from "./conflict-issues";
import { CONTAINER_ISSUES } from "./container-issues";
import { ENDPOINT_ISSUES } from "./endpoint-issues";
import { IMAGE_ISSUES } from "./image-issues";
import { INSTANCE_ISSUES } from "./instance-issues";
import type { IssueSeverity, IssueTable } from "./issue-row";
import { LAUNCH_ISSUES } from "./launch-issues";
import { LOAD_BALANCING_ISSUES } from "./load-balancing-issues";
import { LOG_ISSUES } from "./log-issues";
import { PLAN_ISSUES } from "./plan-issues";
import { PLATFORM_ISSUES } from "./platform-issues";
import { PRIVATE_LINK_ISSUES } from "./private-link-issues";
import { REACHABILITY_ISSUES } from "./reachability-issues";
import { SCALING_ISSUES } from "./scaling-issues";
import { SECRET_ISSUES } from "./secret-issues";
import { SERVICE_ISSUES } from "./service-issues";
import { SHAPE_ISSUES } from "./shape-issues";
import { TASK_DEFINITION_ISSUES } from "./task-definition-issues";
import { TASK_ISSUES } from "./task-issues";
import { UNKNOWN_ISSUES } from "./unknown-issues";
import { VOLUME_ISSUES } from "./volume-issues";
import { WARNING_ISSUES } from "./warning-issues";
import { WAYS_OUT_ISSUES } from "./ways-out-issues";

/** Why each kind of issue is one. `docs/errors.md` is made of it, with the texts of `scripts/pages/issue-topics`. */
export const ISSUE_TABLE = {
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
  ...LAUNCH_ISSUES,
  ...SCALING_ISSUES,
  ...LOAD_BALANCING_ISSUES,
  ...INSTANCE_ISSUES,
  ...PRIVATE_LINK_ISSUES,
  ...REACHABILITY_ISSUES,
  ...UNKNOWN_ISSUES,
  ...CONFLICT_ISSUES,
  ...WARNING_ISSUES,
  ...SHAPE_ISSUES,
  ...ACCEPTANCE_ISSUES,
} satisfies IssueTable;

/** Stable name of a kind of issue, for example `"endpoint-missing"`. */
export type IssueCode = keyof typeof ISSUE_TABLE;

/** How bad an issue of a kind may be. */
export type SeverityOf<Code extends IssueCode> = (typeof ISSUE_TABLE)[Code] extends {
  readonly severities: readonly (infer Severity extends IssueSeverity)[];
}
  ? Severity
  : "error";

/** The kinds of issue that may be as bad as that. */
export type CodeThatMayBe<Severity extends IssueSeverity> = {
  [Code in IssueCode]: Severity extends SeverityOf<Code> ? Code : never;
}[IssueCode];
