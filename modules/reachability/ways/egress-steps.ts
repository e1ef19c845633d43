import type { ServiceCall } from "../calls/call";
import { SOME_INTERFACES } from "../checks/endpoint-interfaces";
import type { Finding } from "../checks/finding";
import type { OtherSide } from "../checks/peer-match";
import { checkTaskEgress } from "../checks/task-egress";
import type { Step } from "./walk";

/**
 * Wherever the endpoint is: a task that lets nothing out does not reach it. Where a gateway endpoint is planned, an interface
 * endpoint may be there instead.
 */
export function egressToEndpoint(call: ServiceCall): Step {
  const toGateway: OtherSide = { kind: "service", service: call.service };
  return egressToOneOf(call, call.type === "Interface" ? [SOME_INTERFACES] : [toGateway, SOME_INTERFACES]);
}

/** Wherever the call goes: a task that lets nothing out does not get there. */
export function egressToAnything(call: ServiceCall): Step {
  return egressToOneOf(call, [SOME_INTERFACES, { kind: "internet", service: call.service }]);
}

function egressToOneOf(call: ServiceCall, sides: readonly OtherSide[]): Step {
  const toward = (side: OtherSide) =>
    checkTaskEgress(call, {
      name: `the endpoint for "${call.service}"`,
      sides: [side],
      peer: "the endpoint as its destination",
      why: "a security group lets out only what a rule admits",
    });
  return [
    "task-security-group",
    (): Finding | undefined => {
      const findings = sides.map(toward);
      return findings.find((finding) => finding?.verdict !== "broken") ?? findings[0];
    },
  ];
}
