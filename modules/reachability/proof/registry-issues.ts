import type { EndpointPlan } from "../../planning/plan/endpoint-plan";
import type { UncheckedFargateTask } from "../../task/fargate-task";
import { groupedBy } from "../../values/grouped-by";
import type { Connection, TaskSite } from "../calls/call";
import { together } from "../checks/finding";
import { checkNatNetworkAcls, checkPublicNetworkAcls } from "../checks/network-acls";
import { checkTaskEgress } from "../checks/task-egress";
import { hasPublicIp, type WayOut, wayOutOfAll } from "../checks/way-out";
import type { AcceptedIssue } from "../model/proof";

/**
 * What is in the way of images that are pulled from registries on the internet, in a network that has a way out: the
 * plan calls such images unreachable without one, and a way out that nothing lets the task take is none.
 */
export function registryIssues(plan: EndpointPlan, task: UncheckedFargateTask, site: TaskSite): AcceptedIssue[] {
  const way = wayOutOfAll(site.view, site.subnets, hasPublicIp(site.task));
  if (way.truth !== "yes") return [];
  const byPort = groupedBy(new Set(unreachableImages(plan, task)), portOf);
  return Array.from(byPort, ([port, images]) => pullIssues(site, way, port, images)).flat();
}

function* unreachableImages({ issues }: EndpointPlan, { containers }: UncheckedFargateTask): Generator<string> {
  for (const { code, path } of issues) {
    const container = /^containers\.(.+)\.image$/.exec(path ?? "")?.[1];
    if (code !== "registry-unreachable" || container === undefined) continue;
    const image = Object.hasOwn(containers, container) ? containers[container]?.image : undefined;
    if (image?.kind === "registry") yield image.name;
  }
}

/** The port in an image's name, which follows the host; registries answer on 443 else. */
function portOf(image: string): number {
  return Number(/^[^/]*:(\d+)\//.exec(image)?.[1] ?? 443);
}

function pullIssues(site: TaskSite, way: WayOut, port: number, images: readonly string[]): AcceptedIssue[] {
  const pull: Connection = { ...site, ports: [port] };
  const name = `the registry of ${images.map((image) => `"${image}"`).join(", ")}`;
  const found = together([
    checkTaskEgress(pull, {
      name,
      sides: [{ kind: "elsewhere" }],
      peer: "cidr_ipv4 = 0.0.0.0/0",
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
