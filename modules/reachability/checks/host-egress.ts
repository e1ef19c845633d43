import { type Cidr, containsCidr, parseCidr } from "../../addressing/cidr";
import type { HostCall } from "../calls/host-call";
import { type Identity, sameIdentity } from "../model/identity";
import type { SecurityGroupRuleModel } from "../model/security-group";
import { breaks, type Finding, holds } from "./finding";
import { coversPort } from "./security-group-admits";
import { groupAddresses } from "./task-egress";

/**
 * The task's security group lets calls out to a host that the task declares reachable. Where the host is nobody knows, so that
 * each rule counts which may lead there: to addresses, or to a group in which something may be that is no endpoint of AWS's.
 */
export function checkHostEgress(call: HostCall): Finding {
  const { view, securityGroups, host, ports } = call;
  const path = groupAddresses(call);
  const sets = securityGroups.map((group) => view.rulesOf(group, "egress"));
  const rules = sets.flatMap(({ items, possible }) => [...items, ...possible]);
  for (const port of ports) {
    const leading = rules.filter((rule) => coversPort(rule, port) !== "no" && mayLeadBeyondEndpoints(call, rule));
    if (leading.length > 0 || sets.some(({ others }) => others !== undefined)) continue;
    return breaks("task-egress-missing", {
      problem: `no egress rule of ${path} lets TCP ${port} out to "${host}"`,
      why: "the task declares the host reachable, which gives it a way there and no rule; what a security group does not admit times out",
      fix: `add an egress rule for TCP ${port} with the addresses of "${host}" to ${path}`,
      path,
    });
  }
  return holds(`the task declares that it reaches "${host}"`);
}

/** From where a rule leads, and to which host. */
type Leading = Pick<HostCall, "view" | "vpc"> & Partial<Pick<HostCall, "host">>;

/** Whether a rule may lead to something else than endpoints of AWS's: to a host, where one is named. */
export function mayLeadBeyondEndpoints(from: Leading, { peer }: SecurityGroupRuleModel): boolean {
  if (!peer.known) return true;
  const address = from.host === undefined ? undefined : addressOf(from.host);
  switch (peer.value.kind) {
    case "cidr":
      return address === undefined || containsCidr(peer.value.cidr, address);
    case "ipv6":
      return address === undefined;
    case "prefix-list":
      return peer.value.list.kind === "list";
    case "security-group":
      return !isOfEndpointsOnly(from, peer.value.id);
  }
}

/** The address that a host is, where it is no name. */
function addressOf(host: string): Cidr | undefined {
  const parsed = parseCidr(`${host}/32`);
  return "cidr" in parsed ? parsed.cidr : undefined;
}

/** Whether everything in sight that has a security group is an endpoint of AWS's. What is not in sight may be anything. */
function isOfEndpointsOnly({ view, vpc }: Leading, group: Identity): boolean {
  if (view.elsewhere(vpc.id) !== undefined || view.securityGroup(group) === undefined) return false;
  const having = view.model.endpoints.filter((endpoint) => {
    const groups = view.securityGroupsOf(endpoint);
    return !groups.known || groups.value.some((each) => sameIdentity(each, group) !== "no");
  });
  const isOfTask = view.model.tasks.some(
    ({ securityGroups }) =>
      !securityGroups.known || securityGroups.value.some((each) => sameIdentity(each, group) !== "no"),
  );
  return having.length > 0 && !isOfTask && having.every(({ service }) => service !== undefined);
}
