import type { HostCall } from "../calls/host-call";
import { mayLeadBeyondEndpoints } from "./beyond-endpoints";
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
