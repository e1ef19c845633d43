import type { EndpointWithPolicy, PlanContent } from "../planning/plan/planned-endpoint";
import { inOrder } from "../planning/plan/union";
import { byCodeUnits } from "../text/code-units";
import { groupedBy } from "../values/grouped-by";

/** One plan of several, for tasks that share a network: each endpoint once, with the reasons of all. */
export function joinedPlans(plans: readonly PlanContent[]): PlanContent {
  const groups = groupedBy(
    plans.flatMap(({ endpoints }) => endpoints),
    keyOf,
  );
  const [region, ...others] = new Set(plans.flatMap((plan) => plan.region ?? []));
  return {
    ...(region === undefined || others.length > 0 ? {} : { region }),
    outside: plans.flatMap(({ outside = [] }) => outside),
    tasks: inOrder(plans.flatMap(({ tasks }) => tasks)),
    endpoints: Array.from(groups)
      .sort(([a], [b]) => byCodeUnits(a, b))
      .map(([, group]) => joined(group)),
    issues: plans.flatMap(({ issues }) => issues),
  };
}

/** Gateway endpoints come first, then the names count. */
function keyOf({ type, service, region = "" }: EndpointWithPolicy): string {
  return `${type} ${service} ${region}`;
}

function joined(group: readonly [EndpointWithPolicy, ...EndpointWithPolicy[]]): EndpointWithPolicy {
  const [first, ...others] = group;
  const [reason, ...reasons] = first.reasons;
  const all = { ...first, reasons: [reason, ...reasons, ...others.flatMap((each) => each.reasons)] as const };
  return first.admitted === undefined ? all : { ...all, admitted: group.flatMap(({ admitted = [] }) => admitted) };
}
