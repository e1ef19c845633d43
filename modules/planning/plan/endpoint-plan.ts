import type { EndpointServiceName, EndpointType } from "../endpoint-services/catalog";
import { defaultEndpointType } from "../endpoint-services/endpoint-service";
import type { Issue } from "../issue";
import type { FargateTask } from "../task/fargate-task";
import { deriveRequirements, resolvePlatformVersion } from "./derive-requirements";
import { explainAsText } from "./explain-as-text";

/** One reason for an endpoint. */
export interface EndpointReason {
  /** Name of the rule, for example `"ecr-pull"`; `"declared"` where somebody asked for the endpoint. */
  readonly rule: string;
  /** Why the endpoint is needed. */
  readonly text: string;
  /** What happens without it, to follow "without the endpoint". @default - not said */
  readonly failure?: string;
  /** Family of the task that needs it. @default - nobody's in particular */
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
  /** Why it is needed. */
  readonly reasons: readonly [EndpointReason, ...EndpointReason[]];
}

/** A task as far as a plan has to name it. */
export interface PlannedTask {
  readonly family: string;
  readonly platformVersion: string;
}

/**
 * Which endpoints tasks need, and why: derived from the tasks, gateway endpoints first, then in the order of the names.
 *
 * @example
 * const plan = EndpointPlan.forTasks([task]);
 * console.log(plan.explain());
 */
export class EndpointPlan {
  /** The tasks that were planned for. */
  readonly tasks: readonly PlannedTask[];
  /** The endpoints that are needed. */
  readonly endpoints: readonly PlannedEndpoint[];
  /** What the tasks ask for and no endpoint can give. */
  readonly issues: readonly Issue[];

  private constructor(tasks: readonly PlannedTask[], endpoints: readonly PlannedEndpoint[], issues: readonly Issue[]) {
    this.tasks = tasks;
    this.endpoints = endpoints;
    this.issues = issues;
  }

  /** The plan for tasks that share a network: the union of what each of them needs. */
  static forTasks(tasks: readonly FargateTask[]): EndpointPlan {
    const requests: EndpointRequest[] = [];
    const issues: Issue[] = [];
    for (const task of tasks) {
      const derived = deriveRequirements(task);
      issues.push(...derived.issues);
      for (const { service, type, rule, text, failure, path } of derived.requirements) {
        requests.push({ service, type, reason: { rule, text, failure, task: task.family, source: path } });
      }
    }
    const planned = tasks.map(({ family, platformVersion }) => ({
      family,
      platformVersion: resolvePlatformVersion(platformVersion),
    }));
    return new EndpointPlan(planned, union(requests), issues);
  }

  /**
   * The same plan with one endpoint more, for calls that no task definition shows.
   *
   * @param service AWS's short name of the service
   * @param why why it is needed, as it shall stand in {@link explain}
   * @example EndpointPlan.forTasks([task]).with("sqs", "the worker polls a queue")
   */
  with(service: EndpointServiceName, why: string): EndpointPlan {
    const requests: EndpointRequest[] = this.endpoints.flatMap((endpoint) =>
      endpoint.reasons.map((reason) => ({ service: endpoint.service, type: endpoint.type, reason })),
    );
    const declared = { service, type: defaultEndpointType(service), reason: { rule: "declared", text: why } };
    return new EndpointPlan(this.tasks, union([...requests, declared]), this.issues);
  }

  /** The plan as text: a line for each endpoint and reason. */
  explain(): string {
    return explainAsText(this.tasks, this.endpoints);
  }
}

interface EndpointRequest {
  readonly service: EndpointServiceName;
  readonly type: EndpointType;
  readonly reason: EndpointReason;
}

function union(requests: readonly EndpointRequest[]): PlannedEndpoint[] {
  const byEndpoint = new Map<string, PlannedEndpoint>();
  for (const { service, type, reason } of requests) {
    const key = `${type} ${service}`;
    const reasons = byEndpoint.get(key)?.reasons;
    byEndpoint.set(key, { service, type, reasons: reasons === undefined ? [reason] : [...reasons, reason] });
  }
  return [...byEndpoint].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, endpoint]) => endpoint);
}
