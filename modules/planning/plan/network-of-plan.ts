import type { OutsideCall } from "../../asks/ask";
import type { EndpointType } from "../../aws/endpoint-services/catalog";
import type { NetworkToCost } from "../../cost/network-to-cost";
import { someOf } from "../../text/some-of";
import type { PlanContent } from "./planned-endpoint";

/** A plan, also one that was saved, as far as what it costs depends on it. */
interface CostedPlan extends Pick<PlanContent, "instances" | "region" | "outside"> {
  readonly tasks: readonly { readonly family: string }[];
  readonly endpoints: readonly { readonly service: string; readonly type: EndpointType; readonly region?: string }[];
}

/** A plan as a network that has exactly its endpoints. */
export function networkOfPlan({ tasks, instances = [], endpoints, region, outside = [] }: CostedPlan): NetworkToCost {
  const names = [...new Set([...tasks.map(({ family }) => family), ...instances])];
  return {
    name: names.length === 0 ? "no task" : someOf(names),
    ...(region === undefined ? {} : { region }),
    endpoints: endpoints.map(({ service, type, region: serviceRegion }) => ({
      service,
      type,
      ...(serviceRegion === undefined ? {} : { serviceRegion }),
    })),
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
