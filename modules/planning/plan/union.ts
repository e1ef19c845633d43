import type { Ask } from "../../asks/ask";
import { defaultEndpointType } from "../../aws/endpoint-services/endpoint-service-facts";
import type { EndpointReason, PlanIssue, PlannedEndpoint, PlannedTask } from "./planned-endpoint";

/** What one task or instance asks, or that somebody asked for an endpoint. */
export interface PlacedAsk {
  readonly ask: Pick<Ask, "service" | "type" | "region" | "requests" | "by">;
  readonly reason: EndpointReason;
}

/** An endpoint, and everything that is asked through it. */
export interface AskedEndpoint {
  readonly endpoint: PlannedEndpoint;
  readonly asks: readonly PlacedAsk["ask"][];
}

/**
 * The endpoints through which things are asked, each once: gateway endpoints first, then by name. Reasons are in the order of
 * tasks, and of the places in a task; those without a task come last.
 */
export function union(placed: readonly PlacedAsk[]): AskedEndpoint[] {
  const groups = new Map<string, PlacedAsk[]>();
  for (const each of placed) {
    const { service, type = defaultEndpointType(service), region } = each.ask;
    const key = region === undefined ? `${type} ${service}` : `${type} ${service} ${region}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return byKey(groups).flatMap((group) => {
    const [first, ...others] = group
      .map(({ reason }) => reason)
      .sort(compareReasons)
      .filter((reason, index, all) => index === 0 || compareReasons(all[index - 1] ?? reason, reason) !== 0);
    const [asked] = group;
    if (first === undefined || asked === undefined) return [];
    const { service, type = defaultEndpointType(service), region } = asked.ask;
    const endpoint = {
      service,
      type,
      ...(region === undefined ? {} : { region }),
      reasons: [first, ...others] as const,
    };
    return [{ endpoint, asks: group.map(({ ask }) => ask) }];
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
