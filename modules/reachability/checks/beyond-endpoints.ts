import { type Cidr, containsCidr, parseCidr } from "../../addressing/cidr";
import type { HostCall } from "../calls/host-call";
import { type Identity, sameIdentity } from "../model/identity";
import type { SecurityGroupRuleModel } from "../model/security-group";

/** From where a rule leads, and to which host. */
type Leading = Pick<HostCall, "view" | "vpc"> & Partial<Pick<HostCall, "host">>;

/** Whether a rule may lead to something else than endpoints of AWS's: to a host, where one is named. */
export function mayLeadBeyondEndpoints(from: Leading, { peer }: Pick<SecurityGroupRuleModel, "peer">): boolean {
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
