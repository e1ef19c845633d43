import { groupedBy } from "../../values/grouped-by";
import type { EndpointPlanJson } from "./plan-as-json";

type EndpointJson = EndpointPlanJson["endpoints"][number];
type ReasonJson = EndpointJson["reasons"][number];
type IssueOfPlan = EndpointPlanJson["issues"][number];

/** The version of the form of a difference as JSON. */
const DIFFERENCE_JSON_VERSION = 1;

/** An endpoint that both plans have, for other reasons. */
export interface ChangedEndpoint extends Omit<EndpointJson, "reasons"> {
  readonly added: readonly ReasonJson[];
  readonly removed: readonly ReasonJson[];
}

/** What a plan has, and another had not. Plain data, for JSON. */
export interface PlanDifference {
  /** Version of this form. */
  readonly version: number;
  /** Endpoints that are needed now, and were not. */
  readonly added: readonly EndpointJson[];
  /** Endpoints that were needed, and are not. */
  readonly removed: readonly EndpointJson[];
  readonly changed: readonly ChangedEndpoint[];
  readonly issues: { readonly added: readonly IssueOfPlan[]; readonly removed: readonly IssueOfPlan[] };
}

/**
 * What differs between two plans. A reason or an issue that stands at another place is the same one; so is that of a task which
 * has another name, where each plan is for one.
 */
export function planDifference(base: EndpointPlanJson, now: EndpointPlanJson): PlanDifference {
  const isOfOne = base.tasks.length <= 1 && now.tasks.length <= 1;
  const ownerOf = (task: string | undefined) => (isOfOne ? undefined : task);
  const keyOfReason = ({ rule, task, text }: ReasonJson) => JSON.stringify([rule, ownerOf(task), text]);
  const keyOfIssue = ({ code, severity, task, problem }: IssueOfPlan) =>
    JSON.stringify([code, severity, ownerOf(task), problem]);
  const before = new Map(base.endpoints.map((endpoint) => [keyOfEndpoint(endpoint), endpoint]));
  const after = new Set(now.endpoints.map(keyOfEndpoint));
  const changed = now.endpoints.flatMap((endpoint): ChangedEndpoint[] => {
    const old = before.get(keyOfEndpoint(endpoint));
    if (old === undefined) return [];
    const { reasons, ...same } = endpoint;
    const added = without(reasons, old.reasons, keyOfReason);
    const removed = without(old.reasons, reasons, keyOfReason);
    return added.length + removed.length === 0 ? [] : [{ ...same, added, removed }];
  });
  return {
    version: DIFFERENCE_JSON_VERSION,
    added: now.endpoints.filter((endpoint) => !before.has(keyOfEndpoint(endpoint))),
    removed: base.endpoints.filter((endpoint) => !after.has(keyOfEndpoint(endpoint))),
    changed,
    issues: {
      added: without(now.issues, base.issues, keyOfIssue),
      removed: without(base.issues, now.issues, keyOfIssue),
    },
  };
}

/** Those that the others do not have, as often as they have more of them. */
function without<T>(items: readonly T[], others: readonly T[], key: (item: T) => string): readonly T[] {
  const counts = new Map(Array.from(groupedBy(others, key), ([text, alike]) => [text, alike.length]));
  return items.filter((item) => {
    const left = counts.get(key(item)) ?? 0;
    counts.set(key(item), left - 1);
    return left <= 0;
  });
}

function keyOfEndpoint({ service, type, region }: EndpointJson): string {
  return JSON.stringify([service, type, region]);
}
