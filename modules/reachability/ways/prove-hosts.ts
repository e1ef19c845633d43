import type { OutsideCall } from "../../asks/ask";
import { EVERY_IPV4_ADDRESS } from "../../aws/limits";
import { groupedBy } from "../../values/grouped-by";
import type { TaskSite } from "../calls/call";
import type { HostCall } from "../calls/host-call";
import { holds, together } from "../checks/finding";
import { checkHostEgress } from "../checks/host-egress";
import { checkNatNetworkAcls, checkPublicNetworkAcls } from "../checks/network-acls";
import { checkTaskEgress } from "../checks/task-egress";
import { checkTransitWayNetworkAcls } from "../checks/transit-way-network-acls";
import { usualWayOut, wayOutOfAll } from "../checks/way-out";
import { type FoundWayOut, isAnsweredWithin, placesOf } from "../checks/way-to-internet";
import { type Step, type Walk, walk } from "./walk";

/** Calls to one host outside of AWS, and whether they arrive. */
export interface ProvedHost {
  /** Where the task says so. */
  readonly paths: readonly string[];
  readonly walk: Walk;
}

/**
 * The calls of a task to hosts outside of AWS: to those that it declares reachable, and to all in a network that has a way
 * out. Without one the plan calls the others unreachable. A port that nobody says leaves nothing to walk for.
 */
export function proveHosts(site: TaskSite, outside: readonly OutsideCall[]): readonly ProvedHost[] {
  const way = wayOutOfAll(site.view, site.subnets, site.task);
  const walked = outside.filter(
    ({ port, declared }) => port !== undefined && (declared === true || way.truth === "yes"),
  );
  return Array.from(groupedBy(walked, placeOf), ([place, calls]) => {
    const [{ port, host = place, declared = false } = {}] = calls;
    const call: HostCall = { ...site, host, ports: port === undefined ? [] : [port], name: namesOf(calls) };
    const steps = declared || way.truth !== "yes" ? declaredSteps(call) : publicSteps(call, way);
    const paths = calls.map(({ path }) => path);
    return { paths, walk: walk({ service: place, acceptances: site.acceptances }, steps) };
  });
}

/** The host as a report names it, with a port that is not the usual one. */
function placeOf({ host = "a registry that only Terraform knows", port = 443 }: OutsideCall): string {
  return port === 443 ? host : `${host}:${port}`;
}

function namesOf(calls: readonly OutsideCall[]): string {
  const images = new Set(calls.flatMap((call) => (call.kind === "registry" ? [`"${call.image}"`] : [])));
  if (images.size > 0) return `the registry of ${[...images].join(", ")}`;
  return `the destination of ${[...new Set(calls.map(({ path }) => path))].join(", ")}`;
}

/** Where the host is only its declaration says. What can be seen is whether the task's own rules stop the call. */
function declaredSteps(call: HostCall): readonly Step[] {
  return [["task-security-group", () => checkHostEgress(call)]];
}

/** The host is on the internet. */
function publicSteps(call: HostCall, way: FoundWayOut): readonly Step[] {
  return [
    [
      "task-security-group",
      () =>
        checkTaskEgress(call, {
          name: call.name,
          sides: [{ kind: "elsewhere" }],
          peer: `cidr_ipv4 = ${EVERY_IPV4_ADDRESS}`,
          why: `it is reached over ${way.by} at a public address; what no egress rule admits times out`,
        }),
    ],
    [
      "network-acl",
      () => {
        const there = { other: call.name };
        const ways = waysOut(call);
        const transits = ways.flatMap((own) => own.way.transits ?? []);
        return together([
          checkPublicNetworkAcls(call, there, isAnsweredWithin(transits)),
          ...ways.map((own) => checkNatNetworkAcls({ ...call, subnets: own.subnets }, own.way.natSubnets, there)),
          transits.length === 0 ? undefined : checkTransitWayNetworkAcls(call, transits, there),
        ]);
      },
    ],
    ["route", () => holds(`the call leaves over ${way.by}`, way.resources)],
  ];
}

/** The ways out, each with the subnets that take it. */
function waysOut(site: TaskSite) {
  const ways = site.subnets.flatMap((subnet) => {
    const way = usualWayOut({ ...site, subnet });
    return way.truth === "yes" ? [{ subnet, way }] : [];
  });
  const alike = groupedBy(ways, ({ way }) => placesOf(way));
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ way: first.way, subnets: group.map(({ subnet }) => subnet) }];
  });
}
