import type { Issue } from "../issue";
import type { FargateTask } from "../task/fargate-task";
import { DEFAULT_PLATFORM_VERSION, type PlatformVersion } from "../task/platform-version";
import type { Requirement, TaskInNetwork } from "./requirement-rule";
import { REQUIREMENT_RULES } from "./requirement-rules";

/** A requirement, and the rule that found it. */
export interface DerivedRequirement extends Requirement {
  /** Name of the rule. */
  readonly rule: string;
}

/** What the rules say of one task. */
export interface DerivedRequirements {
  readonly requirements: readonly DerivedRequirement[];
  readonly issues: readonly Issue[];
}

/** Applies every rule to a task. Containers are taken in the order of their names, so that their order changes nothing. */
export function deriveRequirements(task: FargateTask): DerivedRequirements {
  const input: TaskInNetwork = {
    task,
    platformVersion: resolvePlatformVersion(task.platformVersion),
    containers: Object.entries(task.containers).sort(([a], [b]) => (a < b ? -1 : 1)),
  };
  const requirements: DerivedRequirement[] = [];
  const issues: Issue[] = [];
  for (const rule of REQUIREMENT_RULES) {
    for (const finding of rule.derive(input)) {
      if ("issue" in finding) issues.push(finding.issue);
      else requirements.push({ ...finding, rule: rule.id });
    }
  }
  return { requirements, issues };
}

/** The platform version that runs. One that is a token counts as the newest, which calls through the task's interface most. */
export function resolvePlatformVersion(version: PlatformVersion | undefined): TaskInNetwork["platformVersion"] {
  return (version ?? DEFAULT_PLATFORM_VERSION) === "1.3.0" ? "1.3.0" : "1.4.0";
}
