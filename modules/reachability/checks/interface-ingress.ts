import { formatCidr } from "../../addressing/cidr";
import type { InterfaceConnection } from "../calls/call";
import { seenGroups } from "./endpoint-interfaces";
import { breaks, type Finding, holds, open } from "./finding";
import { securityGroupsAdmit } from "./security-group-admits";
import { groupAddresses, isGivenNone, portsUnknown } from "./task-egress";

/** Kinds of issue, by what is on the other side. */
const ENDPOINT = { missing: "endpoint-ingress-missing", unknown: "endpoint-ingress-unknown" } as const;
export const MOUNT_TARGET = {
  missing: "mount-target-ingress-missing",
  unknown: "mount-target-ingress-unknown",
} as const;
export const CALLED = { missing: "call-ingress-missing", unknown: "call-ingress-unknown" } as const;

/**
 * The security groups of the network interfaces on the other side admit the task: those of an endpoint, a mount target, or another
 * task. An endpoint without one has the default group of its VPC.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
 */
export function checkInterfaceIngress(
  call: InterfaceConnection,
  codes: typeof ENDPOINT | typeof MOUNT_TARGET | typeof CALLED = ENDPOINT,
): Finding {
  const { view, endpoint, subnets, securityGroups } = call;
  const groups = view.securityGroupsOf(endpoint);
  if (!groups.known) {
    return open({
      code: codes.unknown,
      what: `which security groups ${endpoint.address} has`,
      because: groups.because,
      assure: `a security group of ${endpoint.address} admits TCP ${call.ports.join(", ")} from ${taskAsPeer(call)}`,
      path: endpoint.address,
    });
  }
  const path = groups.value.map((id) => view.securityGroup(id)?.address ?? id.text).join(", ");
  // Of a call to a security group that nobody in sight carries, the group is all that is known.
  const isAll = path === endpoint.address;
  const admitting = new Set<string>();
  let question: Finding | undefined;
  for (const port of call.ports) {
    for (const subnet of subnets) {
      const side = {
        kind: "interfaces",
        subnet,
        groups: seenGroups(securityGroups, call.references?.ingress),
      } as const;
      const { truth, rules, because } = securityGroupsAdmit(view, groups.value, "ingress", port, side);
      for (const rule of rules) admitting.add(rule);
      if (truth === "yes") continue;
      const from = `${groupAddresses(call)} in ${subnet.address}`;
      if (truth === "unknown") {
        question ??= open({
          code: codes.unknown,
          what: `whether ${isAll ? path : `${path} of ${endpoint.address}`} admits TCP ${port} from ${from}`,
          because: because ?? "",
          assure: `an ingress rule of ${path} admits TCP ${port} from ${taskAsPeer(call)}`,
          path,
        });
        continue;
      }
      return breaks(codes.missing, {
        problem: `no ingress rule of ${isAll ? path : `${path}, the security group of ${endpoint.address},`} admits TCP ${port} from ${from}`,
        fix:
          groups.value.length === 1 && isGivenNone(endpoint)
            ? `give ${endpoint.address} a security group of its own that admits TCP ${port} from ${taskAsPeer(call)}: it is given none, and has the default group of its VPC`
            : `add an ingress rule for TCP ${port} from ${taskAsPeer(call)} to ${path}`,
        path,
      });
    }
  }
  if (question !== undefined) return question;
  if (admitting.size === 0) return portsUnknown(call.service ?? endpoint.address, endpoint.address);
  return holds(`${[...admitting].join(", ")} admits the task`, [...admitting]);
}

/** What a rule names to admit the task: its security groups, or from another VPC the blocks of its subnets. */
function taskAsPeer(call: InterfaceConnection): string {
  if (call.references === undefined) return groupAddresses(call);
  const blocks = call.subnets.map(({ address, cidrBlock }) =>
    cidrBlock.known ? formatCidr(cidrBlock.value) : address,
  );
  return [...new Set(blocks)].join(", ");
}
