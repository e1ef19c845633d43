import type { EndpointType } from "../../aws/endpoint-services/catalog";
import { type IssueJson, issueAsJson } from "../../issues/issue-as-json";
import type { EndpointReason, PlanContent, PlannedTask } from "./planned-endpoint";
import { type PlannedStatement, plannedStatements } from "./planned-policy";

/** The version of the form of a plan as JSON. It counts up where a program that reads it has to change; a further member is no such change. */
export const PLAN_JSON_VERSION = 1;

/** A plan as JSON. */
export interface EndpointPlanJson {
  /** Version of this form. */
  readonly version: number;
  readonly tasks: readonly PlannedTask[];
  /** Names of EC2 instances, where there are any. */
  readonly instances?: readonly string[];
  readonly endpoints: readonly {
    readonly service: string;
    readonly type: EndpointType;
    readonly region?: string;
    readonly reasons: readonly {
      readonly rule: string;
      readonly task?: string;
      readonly source?: string;
      readonly text: string;
    }[];
    /** The statements of the policy that is generated, where they were asked for. */
    readonly statements?: readonly {
      readonly sid: string;
      readonly actions: readonly string[];
      readonly resources: readonly string[];
      readonly conditions?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
      readonly roles: readonly { readonly role: string; readonly task: string }[];
      readonly reasons: readonly EndpointPlanJson["endpoints"][number]["reasons"][number][];
    }[];
  }[];
  readonly issues: readonly (IssueJson & { readonly task?: string; readonly path?: string })[];
}

/** A plan as data that JSON can hold. What is absent in the plan is absent here. */
export function planAsJson({ tasks, instances = [], endpoints, issues }: PlanContent): EndpointPlanJson {
  return {
    version: PLAN_JSON_VERSION,
    tasks,
    ...(instances.length === 0 ? {} : { instances }),
    endpoints: endpoints.map(({ service, type, region, reasons, admitted }) => ({
      service,
      type,
      ...(region === undefined ? {} : { region }),
      reasons: reasons.map(reasonAsJson),
      ...(admitted === undefined ? {} : { statements: plannedStatements(admitted).map(statementAsJson) }),
    })),
    issues: issues.map(({ task, path, ...issue }) => ({
      ...issueAsJson(issue),
      ...(task === undefined ? {} : { task }),
      ...(path === undefined ? {} : { path }),
    })),
  };
}

function reasonAsJson({ rule, task, source, text }: EndpointReason) {
  return {
    rule,
    ...(task === undefined ? {} : { task }),
    ...(source === undefined ? {} : { source }),
    text,
  };
}

function statementAsJson({ reasons, ...statement }: PlannedStatement) {
  return { ...statement, reasons: reasons.map(reasonAsJson) };
}
