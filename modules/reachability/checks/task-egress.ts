import { endpointServiceFacts } from "../../planning/endpoint-services/endpoint-service";
import type { ServiceCall } from "../proof/call";
import { breaks, type Finding, holds, open } from "../proof/finding";
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
}

/**
 * The task's security group lets the call out.
 *
 * Sources: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/verify-connectivity.html and, for gateway
 * endpoints, whose packets keep the public addresses of the service,
 * https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
 */
export function checkTaskEgress(call: ServiceCall, target: EgressTarget): Finding | undefined {
  const { view, securityGroups } = call;
  const path = groupAddresses(call);
  const rules = new Set<string>();
  for (const port of endpointServiceFacts(call.service).ports) {
    for (const side of target.sides) {
      const { truth, rule, because } = securityGroupsAdmit(view, securityGroups, "egress", port, side);
      if (rule !== undefined) rules.add(rule);
      if (truth === "yes") continue;
      const to = side.kind === "interfaces" ? `${target.name} in ${side.subnet.address}` : target.name;
      if (truth === "unknown") {
        return open({
          code: "task-egress-unknown",
          what: `whether ${path} lets TCP ${port} out to ${to}`,
          because: because ?? "",
          assure: `an egress rule of ${path} admits TCP ${port} with ${target.peer}`,
          path,
        });
      }
      return breaks({
        code: side.kind === "service" ? "task-egress-prefix-list-missing" : "task-egress-missing",
        problem: `no egress rule of ${path} lets TCP ${port} out to ${to}`,
        why: target.why,
        fix: `add an egress rule for TCP ${port} with ${target.peer} to ${path}`,
        path,
      });
    }
  }
  if (rules.size === 0) return portsUnknown(call, path);
  return holds(`${[...rules].join(", ")} lets the call out to ${target.name}`, [...rules]);
}

/** The addresses of the task's security groups, for messages. */
export function groupAddresses({ view, securityGroups }: ServiceCall): string {
  return securityGroups.map((id) => view.securityGroup(id)?.address ?? id.text).join(", ");
}

/** A service of which the catalog does not know the ports. */
export function portsUnknown({ service }: ServiceCall, path: string): Finding {
  return open({
    code: "endpoint-ports-unknown",
    what: `on which ports "${service}" listens`,
    because: "it does not use 443, and its ports are not established",
    assure: `the security groups and network ACLs admit the ports of "${service}"`,
    path,
  });
}
