import type { Fix } from "../../issues/fix";
import type { Connection, TaskSite } from "../calls/call";
import type { Endpoint } from "../model/network-model";
import { breaks, type Finding, holds, open } from "./finding";
import type { OtherSide } from "./peer-match";
import { securityGroupsAdmit } from "./security-group-admits";

/** Where a call goes, in words and as a rule of the task's security group would name it. */
export interface EgressTarget {
  /** For example `aws_vpc_endpoint.logs`. */
  readonly name: string;
  /** Each of the addresses that it may take. */
  readonly sides: readonly OtherSide[];
  /** The argument of the rule that is missing, for example `referenced_security_group_id = aws_security_group.endpoints.id`. */
  readonly peer: string;
  /** Why a rule to something else is not enough. */
  readonly why: string;
  /** What makes the library write the rule. @default - there is no property of its own for it */
  readonly inLibrary?: string;
}

/**
 * The task's security group lets the call out.
 *
 * Sources: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/verify-connectivity.html and, for gateway
 * endpoints, whose packets keep the public addresses of the service,
 * https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
 */
export function checkTaskEgress(call: Connection, target: EgressTarget): Finding | undefined {
  const { view, securityGroups } = call;
  // Without an address there is nothing to let the call out to; whoever looks for it says so.
  if (target.sides.length === 0) return undefined;
  const path = groupAddresses(call);
  const admitting = new Set<string>();
  let question: Finding | undefined;
  for (const port of call.ports) {
    for (const side of target.sides) {
      const { truth, rules, because } = securityGroupsAdmit(view, securityGroups, "egress", port, side);
      for (const rule of rules) admitting.add(rule);
      if (truth === "yes") continue;
      const to = side.kind === "interfaces" ? `${target.name} in ${side.subnet.address}` : target.name;
      if (truth === "unknown") {
        question ??= open({
          code: "task-egress-unknown",
          what: `whether ${path} lets TCP ${port} out to ${to}`,
          because: because ?? "",
          assure: `an egress rule of ${path} admits TCP ${port} with ${target.peer}`,
          path,
        });
        continue;
      }
      return breaks(side.kind === "service" ? "task-egress-prefix-list-missing" : "task-egress-missing", {
        problem: `no egress rule of ${path} lets TCP ${port} out to ${to}`,
        why: target.why,
        fix: inBoth(
          target.inLibrary,
          isGivenNone(call.task)
            ? `give ${call.task.address} a security group of its own with an egress rule for TCP ${port} with ${target.peer}: it is given none, and has the default group of its VPC`
            : `add an egress rule for TCP ${port} with ${target.peer} to ${path}`,
        ),
        path,
      });
    }
  }
  if (question !== undefined) return question;
  if (call.ports.length === 0) return portsUnknown(call.service ?? target.name, path);
  return holds(`${[...admitting].join(", ")} lets the call out to ${target.name}`, [...admitting]);
}

function inBoth(library: string | undefined, fix: string): Fix {
  return library === undefined ? fix : { library: `${library}; or ${fix}`, ecs: fix };
}

/** Whether something has the default group of its VPC because it is given no group. */
export function isGivenNone({ securityGroups }: Pick<Endpoint, "securityGroups">): boolean {
  return securityGroups.known && securityGroups.value.length === 0;
}

/** The addresses of the task's security groups, for messages. */
export function groupAddresses({ view, securityGroups }: TaskSite): string {
  return securityGroups.map((id) => view.securityGroup(id)?.address ?? id.text).join(", ");
}

/** A service of which the catalog does not know the ports. */
export function portsUnknown(service: string, path: string): Finding {
  return open({
    code: "endpoint-ports-unknown",
    what: `on which ports "${service}" listens`,
    because: "it does not use 443, and its ports are not established",
    assure: `the security groups and network ACLs admit the ports of "${service}"`,
    path,
  });
}
