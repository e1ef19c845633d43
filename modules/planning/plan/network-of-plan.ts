import type { OutsideCall } from "../../asks/ask";
import type { NetworkToCost } from "../../cost/network-to-cost";
import { someOf } from "../../text/some-of";
import type { PlanContent } from "./planned-endpoint";

/** A plan as a network that has exactly its endpoints. */
export function networkOfPlan({
  tasks,
  instances = [],
  endpoints,
  surroundings: { region } = {},
  outside = [],
}: Pick<PlanContent, "tasks" | "instances" | "endpoints"> & {
  readonly surroundings?: { readonly region?: string };
  readonly outside?: readonly OutsideCall[];
}): NetworkToCost {
  const names = [...new Set([...tasks.map(({ family }) => family), ...instances])];
  return {
    name: names.length === 0 ? "no task" : someOf(names),
    ...(region === undefined ? {} : { region }),
    endpoints: endpoints.map(({ service, type }) => ({ service, type })),
    outside: hostsOf(outside),
  };
}

/** Where a host is that a task declares reachable, nobody knows: it may be in the VPC. */
function hostsOf(outside: readonly OutsideCall[]): readonly string[] {
  const hosts = outside
    .filter(({ declared }) => declared !== true)
    .map(({ host }) => host ?? "a host that Terraform fills in");
  return [...new Set(hosts)];
}
