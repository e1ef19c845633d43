import type { TaskSite } from "../calls/call";
import { calledTarget } from "../checks/called-target";
import { open } from "../checks/finding";
import { checkHostEgress } from "../checks/host-egress";
import type { CallInVpc } from "../model/call-in-vpc";
import { knownValue } from "../model/fact";
import { addressSteps, groupSteps } from "./call-steps";
import { type Step, type Walk, walk } from "./walk";

/** What a task says that it calls in its VPC, and whether each call arrives. */
export function proveCalls(site: TaskSite): readonly Walk[] {
  return (site.task.calls ?? []).map((call) => {
    const port = knownValue(call.port);
    const service = port === undefined ? call.name : `${call.name}:${port}`;
    return walk({ service, acceptances: site.acceptances }, stepsOf(site, call));
  });
}

function stepsOf(site: TaskSite, { name, port, to }: CallInVpc): readonly Step[] {
  if (!port.known) return notKnown(site, name, `on which port "${name}" is called`, port.because);
  const connection = { ...site, ports: [port.value] };
  switch (to.kind) {
    case "host":
      return [["task-security-group", () => checkHostEgress({ ...connection, host: to.host, name })]];
    case "addresses":
      if (!to.cidr.known) return notKnown(site, name, `at which addresses "${name}" is`, to.cidr.because);
      return addressSteps(connection, to.cidr.value);
    case "security-group":
      if (!to.group.known) return notKnown(site, name, `which security group "${name}" has`, to.group.because);
      return groupSteps(connection, calledTarget(site, name, to.group.value), to.group.value);
  }
}

function notKnown({ task }: TaskSite, name: string, what: string, because: string): readonly Step[] {
  const question = open({
    code: "call-ingress-unknown",
    what,
    because,
    assure: `the security groups and network ACLs let the call to "${name}" pass`,
    path: task.definition,
  });
  return [["called", () => question]];
}
