import type { PlanSurroundings } from "../../asks/plan-surroundings";
import type { EndpointType } from "../../aws/endpoint-services/catalog";
import { defaultEndpointType } from "../../aws/endpoint-services/endpoint-service-facts";
import { resolvePlatformVersion } from "../../aws/platform-version";
import { wayOutInWords } from "../../aws/way-out";
import type { Issue } from "../../issues/issue";
import type { UncheckedFargateTask } from "../../task/fargate-task";
import type { Hint, Requirement, TaskInNetwork } from "../rules/requirement-rule";
import { REQUIREMENT_RULES } from "../rules/requirement-rules";
import { fipsNote, inFipsMode } from "./fips-mode";

/** A requirement, its endpoint's type, and the rule that found it. */
export interface DerivedRequirement extends Requirement {
  readonly type: EndpointType;
  /** Name of the rule. */
  readonly rule: string;
}

/** What the rules say of one task. */
export interface DerivedRequirements {
  readonly requirements: readonly DerivedRequirement[];
  readonly issues: readonly Issue[];
}

/** Applies every rule to a task. Containers are taken in the order of their names, so that their order changes nothing. */
export function deriveRequirements(task: UncheckedFargateTask, surroundings: PlanSurroundings): DerivedRequirements {
  const input: TaskInNetwork = {
    task,
    platformVersion: resolvePlatformVersion(task.platformVersion, task.operatingSystemFamily),
    containers: Object.entries(task.containers).sort(([a], [b]) => (a < b ? -1 : 1)),
    surroundings,
  };
  const fips = task.fips ?? surroundings.fips ?? false;
  const requirements: DerivedRequirement[] = [];
  const issues: Issue[] = [];
  const hints: Hint[] = [];
  for (const rule of REQUIREMENT_RULES) {
    for (const finding of rule.derive(input)) {
      if ("service" in finding) {
        const requirement = fips ? inFipsMode(finding) : finding;
        requirements.push({ type: defaultEndpointType(requirement.service), ...requirement, rule: rule.id });
        if (fips) issues.push(...fipsNote(requirement));
      } else if ("unreachable" in finding) issues.push(withWayOut(finding.unreachable, surroundings));
      else if ("hintAt" in finding) hints.push(finding);
      else issues.push(finding.remark);
    }
  }
  const planned = new Set(requirements.flatMap(({ service }) => [service, service.replace("-fips", "")]));
  issues.push(...hints.filter(({ hintAt }) => !planned.has(hintAt)).map(({ remark }) => remark));
  return { requirements, issues };
}

/** Where the network has a way out, what no endpoint can help is not lost. */
function withWayOut(issue: Issue, { wayOut }: PlanSurroundings): Issue {
  if (wayOut === undefined) return issue;
  return { ...issue, severity: "note", why: `${issue.why}; the network leads out by ${wayOutInWords(wayOut)}` };
}
