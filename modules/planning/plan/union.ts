import type { Ask } from "../../asks/ask";
import { defaultEndpointType } from "../../aws/endpoint-services/endpoint-service-facts";
import { byCodeUnits } from "../../text/code-units";
import { groupedBy } from "../../values/grouped-by";
import type { EndpointReason, PlanIssue, PlannedEndpoint, PlannedTask } from "./planned-endpoint";

/** What one task or instance asks, or that somebody asked for an endpoint. */
export interface PlacedAsk {
  readonly ask: Pick<Ask, "service" | "type" | "region" | "requests" | "by" | "unverified"> &
    Partial<Pick<Ask, "path">>;
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
  const groups = groupedBy(placed, ({ ask: { service, type = defaultEndpointType(service), region } }) =>
    region === undefined ? `${type} ${service}` : `${type} ${service} ${region}`,
  );
  return byKey(groups).flatMap((group) => {
    const [first, ...others] = group
      .map(({ reason }) => reason)
      .sort(compareReasons)
      .filter((reason, index, all) => index === 0 || compareReasons(all[index - 1] ?? reason, reason) !== 0);
    if (first === undefined) return [];
    const { service, type = defaultEndpointType(service), region } = group[0].ask;
    const endpoint = {
      service,
      type,
      ...(region === undefined ? {} : { region }),
      reasons: [first, ...others] as const,
    };
    return [{ endpoint, asks: group.map(({ ask }) => ask) }];
  });
}

/** What is asked through an endpoint, each with its reason. */
export function placedAsks({ endpoint: { reasons }, asks }: AskedEndpoint): readonly PlacedAsk[] {
  return asks.map((ask) => ({ ask, reason: reasons.find(({ source }) => source === ask.path) ?? reasons[0] }));
}

function compareReasons(a: EndpointReason, b: EndpointReason): number {
  return (
    byCodeUnits(a.task ?? LAST, b.task ?? LAST) ||
    byCodeUnits(a.source ?? "", b.source ?? "") ||
    byCodeUnits(a.rule, b.rule) ||
    byCodeUnits(a.text, b.text)
  );
}

/** Sorts behind every name. */
const LAST = "\uffff";

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
  return byCodeUnits(a.family, b.family);
}

/** Tasks in the order of their families, each once. */
export function inOrder(tasks: readonly PlannedTask[]): PlannedTask[] {
  return byKey(new Map(tasks.map((task) => [`${task.family}\0${task.platformVersion}`, task])));
}

function byKey<T>(map: ReadonlyMap<string, T>): T[] {
  return [...map].sort(([a], [b]) => byCodeUnits(a, b)).map(([, value]) => value);
}
