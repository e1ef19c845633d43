import type { EndpointServiceName, EndpointType } from "../../aws/endpoint-services/catalog";
import type { EndpointReason, PlanIssue, PlannedEndpoint, PlannedTask } from "./planned-endpoint";

/** One reason of one task for an endpoint. */
export interface EndpointRequest {
  readonly service: EndpointServiceName;
  readonly type: EndpointType;
  /** Region of the service, where it is another than the tasks'. */
  readonly region?: string | undefined;
  readonly reason: EndpointReason;
}

/**
 * The endpoints of all requests, each once: gateway endpoints first, then by name. Reasons are in the order of tasks, and of
 * the places in a task; those without a task come last.
 */
export function union(requests: readonly EndpointRequest[]): PlannedEndpoint[] {
  const groups = new Map<string, { readonly endpoint: EndpointRequest; readonly reasons: EndpointReason[] }>();
  for (const request of requests) {
    const { service, type, region, reason } = request;
    const key = region === undefined ? `${type} ${service}` : `${type} ${service} ${region}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { endpoint: request, reasons: [reason] });
    else group.reasons.push(reason);
  }
  return byKey(groups).flatMap(({ endpoint: { service, type, region }, reasons }) => {
    const [first, ...others] = reasons
      .sort(compareReasons)
      .filter((reason, index, all) => index === 0 || compareReasons(all[index - 1] ?? reason, reason) !== 0);
    if (first === undefined) return [];
    return [{ service, type, ...(region === undefined ? {} : { region }), reasons: [first, ...others] as const }];
  });
}

function compareReasons(a: EndpointReason, b: EndpointReason): number {
  return (
    compare(a.task ?? LAST, b.task ?? LAST) ||
    compare(a.source ?? "", b.source ?? "") ||
    compare(a.rule, b.rule) ||
    compare(a.text, b.text)
  );
}

/** Sorts behind every name. */
const LAST = "\uffff";

/** By code units, because an order of languages would depend on the machine. */
function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Issues, each once, in the order of tasks; those of one task in the order in which they were found. */
export function uniqueIssues(issues: readonly PlanIssue[]): PlanIssue[] {
  const byTask = new Map<string, Map<string, PlanIssue>>();
  for (const issue of issues) {
    const task = issue.task ?? LAST;
    const ofTask = byTask.get(task) ?? new Map<string, PlanIssue>();
    byTask.set(task, ofTask.set(`${issue.path}\0${issue.code}\0${issue.problem}\0${issue.why}\0${issue.fix}`, issue));
  }
  return byKey(byTask).flatMap((ofTask) => byKey(ofTask));
}

/** Sorts tasks by their families. */
export function byFamily(a: { readonly family: string }, b: { readonly family: string }): number {
  return compare(a.family, b.family);
}

/** Tasks in the order of their families, each once. */
export function inOrder(tasks: readonly PlannedTask[]): PlannedTask[] {
  return byKey(new Map(tasks.map((task) => [`${task.family}\0${task.platformVersion}`, task])));
}

function byKey<T>(map: ReadonlyMap<string, T>): T[] {
  return [...map].sort(([a], [b]) => compare(a, b)).map(([, value]) => value);
}
