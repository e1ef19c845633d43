import { EVERY_IPV4_ADDRESS } from "../../aws/limits";
import type { EndpointPlan } from "../../planning/plan/endpoint-plan";
import { groupedBy } from "../../values/grouped-by";
import type { Connection, TaskSite } from "../calls/call";
import { together } from "../checks/finding";
import { checkNatNetworkAcls, checkPublicNetworkAcls } from "../checks/network-acls";
import { checkTaskEgress } from "../checks/task-egress";
import { hasPublicIp, type WayToInternet, wayOutOfAll } from "../checks/way-out";
import type { AcceptedIssue } from "../model/proof";

/**
 * What is in the way of images that are pulled from registries on the internet, in a network that has a way out: the
 * plan calls such images unreachable without one, and a way out that nothing lets the task take is none.
 */
export function registryIssues({ outside }: EndpointPlan, site: TaskSite): AcceptedIssue[] {
  const way = wayOutOfAll(site.view, site.subnets, hasPublicIp(site.task));
  if (way.truth !== "yes") return [];
  const pulls = groupedBy(
    outside.filter((call) => call.kind === "registry"),
    ({ port }) => port,
  );
  return Array.from(pulls, ([port, calls]) =>
    pullIssues(site, way, port, [...new Set(calls.map(({ image }) => image))]),
  ).flat();
}

function pullIssues(site: TaskSite, way: WayToInternet, port: number, images: readonly string[]): AcceptedIssue[] {
  const pull: Connection = { ...site, ports: [port] };
  const name = `the registry of ${images.map((image) => `"${image}"`).join(", ")}`;
  const found = together([
    checkTaskEgress(pull, {
      name,
      sides: [{ kind: "elsewhere" }],
      peer: `cidr_ipv4 = ${EVERY_IPV4_ADDRESS}`,
      why: `the image is pulled over ${way.by ?? "a way out"} from a public address; without an egress rule the pull times out`,
    }),
    checkPublicNetworkAcls(pull, name),
    checkNatNetworkAcls(pull, way.natSubnets ?? [], name),
  ]);
  return (found?.parts ?? [found]).flatMap((part) => {
    if (part?.issue === undefined) return [];
    return [part.verdict === "unknown" ? { ...part.issue, leavesOpen: true } : part.issue];
  });
}
