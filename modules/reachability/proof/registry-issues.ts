import { EVERY_IPV4_ADDRESS } from "../../aws/limits";
import type { EndpointPlan } from "../../planning/plan/endpoint-plan";
import type { UncheckedFargateTask } from "../../task/fargate-task";
import type { Connection, TaskSite } from "../calls/call";
import { together } from "../checks/finding";
import { checkNatNetworkAcls, checkPublicNetworkAcls } from "../checks/network-acls";
import { hasPublicIp } from "../checks/public-ip";
import { checkTaskEgress } from "../checks/task-egress";
import { type WayToInternet, wayOutOfAll } from "../checks/way-out";
import type { AcceptedIssue } from "../model/proof";

/**
 * What is in the way of images that are pulled from registries on the internet, in a network that has a way out: the
 * plan calls such images unreachable without one, and a way out that nothing lets the task take is none.
 */
export function registryIssues(plan: EndpointPlan, task: UncheckedFargateTask, site: TaskSite): AcceptedIssue[] {
  const way = wayOutOfAll(site.view, site.subnets, hasPublicIp(site.task));
  if (way.truth !== "yes") return [];
  return Array.from(imagesByPort(plan, task), ([port, images]) => pullIssues(site, way, port, images)).flat();
}

function imagesByPort({ issues }: EndpointPlan, { containers }: UncheckedFargateTask) {
  const byPort = new Map<number, string[]>();
  for (const { code, path } of issues) {
    const container = /^containers\.(.+)\.image$/.exec(path ?? "")?.[1];
    if (code !== "registry-unreachable" || container === undefined) continue;
    const image = Object.hasOwn(containers, container) ? containers[container]?.image : undefined;
    if (image?.kind !== "registry") continue;
    const port = portOf(image.name);
    const images = byPort.get(port);
    if (images === undefined) byPort.set(port, [image.name]);
    else if (!images.includes(image.name)) images.push(image.name);
  }
  return byPort;
}

/** The port in an image's name, which follows the host; registries answer on 443 else. */
function portOf(image: string): number {
  return Number(/^[^/]*:(\d+)\//.exec(image)?.[1] ?? 443);
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
