import { EVERY_IPV4_ADDRESS } from "../../aws/limits";
import type { EndpointPlan } from "../../planning/plan/endpoint-plan";
import { groupedBy } from "../../values/grouped-by";
import type { Connection, TaskSite } from "../calls/call";
import { together } from "../checks/finding";
import { checkNatNetworkAcls, checkPublicNetworkAcls } from "../checks/network-acls";
import { checkTaskEgress } from "../checks/task-egress";
import { type FoundWayOut, usualWayOut, wayOutOfAll } from "../checks/way-out";
import type { AcceptedIssue } from "../model/proof";

/**
 * What is in the way of images that are pulled from registries on the internet, in a network that has a way out: the
 * plan calls such images unreachable without one, and a way out that nothing lets the task take is none.
 */
export function* registryIssues({ outside }: EndpointPlan, site: TaskSite): Generator<AcceptedIssue> {
  const way = wayOutOfAll(site.view, site.subnets, site.task);
  if (way.truth !== "yes") return;
  const pulls = outside.filter((call) => call.kind === "registry");
  for (const [port, calls] of groupedBy(pulls, (call) => call.port)) {
    yield* pullIssues({ ...site, ports: [port] }, way, new Set(calls.map(({ image }) => image)));
  }
}

function* pullIssues(pull: Connection, way: FoundWayOut, images: ReadonlySet<string>): Generator<AcceptedIssue> {
  const name = `the registry of ${Array.from(images, (image) => `"${image}"`).join(", ")}`;
  const found = together([
    checkTaskEgress(pull, {
      name,
      sides: [{ kind: "elsewhere" }],
      peer: `cidr_ipv4 = ${EVERY_IPV4_ADDRESS}`,
      why: `the image is pulled over ${way.by} from a public address; without an egress rule the pull times out`,
    }),
    checkPublicNetworkAcls(pull, name),
    ...waysOut(pull).map(({ subnets, way: own }) => checkNatNetworkAcls({ ...pull, subnets }, own.natSubnets, name)),
  ]);
  for (const part of found?.parts ?? [found]) {
    if (part?.issue === undefined) continue;
    yield part.verdict === "unknown" ? { ...part.issue, leavesOpen: true } : part.issue;
  }
}

/** The ways out, each with the subnets that take it. */
function waysOut(site: TaskSite) {
  const ways = site.subnets.flatMap((subnet) => {
    const way = usualWayOut({ ...site, subnet });
    return way.truth === "yes" ? [{ subnet, way }] : [];
  });
  const alike = groupedBy(ways, ({ way }) => way.natSubnets.map(({ address }) => address).join());
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ way: first.way, subnets: group.map(({ subnet }) => subnet) }];
  });
}
