import type { PlanSurroundings, PresentEndpoint } from "../../asks/plan-surroundings";
import type { TaskSite } from "../calls/call";
import { regionOfService } from "../checks/find-endpoints";
import { wayOutOfAll } from "../checks/way-out";
import { knownValue } from "../model/fact";

/** What is known of the network around a task, as its plan asks for it. */
export function planSurroundings({ view, task, vpc, subnets }: TaskSite): PlanSurroundings {
  const region = knownValue(task.region);
  const way = wayOutOfAll(view, subnets, task);
  const endpoints = view.endpointsIn(vpc.id).items.flatMap((endpoint): PresentEndpoint[] => {
    const { service } = endpoint;
    const type = knownValue(endpoint.type);
    if (service === undefined || type === undefined || type === "other") return [];
    const serviceRegion = regionOfService(endpoint);
    return [{ service, type, ...(serviceRegion === undefined ? {} : { serviceRegion }) }];
  });
  return {
    ...(region === undefined ? {} : { region }),
    ...(way.truth === "yes" ? { wayOut: { name: way.by } } : {}),
    endpoints,
  };
}

/**
 * Why the network may have more than its surroundings show: a way out, or endpoints that lead to other Regions.
 *
 * @returns `undefined` where it has not
 */
export function mayHaveMore({ view, task, vpc, subnets }: TaskSite): string | undefined {
  const way = wayOutOfAll(view, subnets, task);
  return way.truth === "unknown" ? way.because : view.endpointsIn(vpc.id).others;
}
