import type { Asker, OutsideCall } from "../../asks/ask";
import type { EndpointServiceName, EndpointType } from "../../aws/endpoint-services/catalog";
import type { PolicyStatement } from "../../aws/policy-document";
import type { Issue } from "../../issues/issue";

export interface EndpointReason {
  /** Name of the rule, for example `"ecr-pull"`; `"declared"` where somebody asked for the endpoint. */
  readonly rule: string;
  /** Why the endpoint is needed. */
  readonly text: string;
  /** What happens without it, to follow "without the endpoint". @default - not said */
  readonly failure?: string;
  /** Family of the task, or name of the instance, that needs it. @default - nobody's in particular */
  readonly task?: string;
  /** Where in the task it says so, for example `"containers.api.image"`. @default - nowhere */
  readonly source?: string;
}

/** One endpoint of a plan. */
export interface PlannedEndpoint {
  /** AWS's short name of the service, for example `"ecr.api"`. */
  readonly service: EndpointServiceName;
  /** Gateway endpoints are routes, interface endpoints network interfaces. */
  readonly type: EndpointType;
  /** Region of the service, where the endpoint leads to another one. @default - the tasks' own */
  readonly region?: string;
  /** Why it is needed. */
  readonly reasons: readonly [EndpointReason, ...EndpointReason[]];
}

/** A role of a task, or of an instance. */
export interface PlannedRole {
  readonly role: Exclude<Asker, "ecr" | "anonymous">;
  /** Family of the task, or name of the instance. */
  readonly task: string;
}

/** Why a statement is there, and whose requests it admits. */
export interface StatementReason {
  readonly reason: EndpointReason;
  readonly role?: PlannedRole;
}

/** A statement before it is one with others that say the same. */
export interface AdmittedStatement extends PolicyStatement {
  readonly reasons: readonly StatementReason[];
}

/** An endpoint with what its policy admits. */
export interface EndpointWithPolicy extends PlannedEndpoint {
  /** The statements, each for itself. @default - they are not to be shown */
  readonly admitted?: readonly AdmittedStatement[];
}

/** A task as far as a plan has to name it. */
export interface PlannedTask {
  readonly family: string;
  readonly platformVersion: string;
}

/** An issue of a plan, and the task that has it. */
export interface PlanIssue extends Issue {
  /** Family of the task. @default - no task in particular */
  readonly task?: string;
}

/** What a plan has to show. */
export interface PlanContent {
  readonly tasks: readonly PlannedTask[];
  /** Names of EC2 instances. @default - none */
  readonly instances?: readonly string[];
  readonly endpoints: readonly EndpointWithPolicy[];
  readonly issues: readonly PlanIssue[];
  /** Region of the tasks. @default - not known, or not the same */
  readonly region?: string;
  /** What the tasks call outside of AWS. @default - nothing is known */
  readonly outside?: readonly OutsideCall[];
}
