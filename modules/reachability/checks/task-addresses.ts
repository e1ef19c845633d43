import type { ServiceCall } from "../calls/call";
import { taskName } from "../calls/call";
import { knownValue } from "../model/fact";
import { breaks, type Finding, open } from "./finding";

/**
 * The task has an IPv4 address, over which Fargate fetches images, secrets and parameters.
 *
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html
 */
export function checkTaskAddresses(call: ServiceCall): Finding | undefined {
  const { service, subnets } = call;
  const subnet = subnets.find(({ hasIpv4 }) => knownValue(hasIpv4) === false);
  if (subnet === undefined) return undefined;
  if (/^ecr(?:-fips)?\.(?:api|dkr)$/.test(service)) {
    return breaks("task-without-ipv4", {
      problem: `${taskName(call)} calls "${service}" from ${subnet.address}, which has IPv6 addresses only`,
      fix: `run the task in subnets that have IPv4 addresses, for example with ipv6_native = false in ${subnet.address}`,
      path: subnet.address,
    });
  }
  return open({
    code: "task-ipv6-unknown",
    what: `whether ${taskName(call)} reaches "${service}" from ${subnet.address}, which has IPv6 addresses only`,
    because: "the rest of the way is looked at for IPv4",
    assure: `endpoint, security groups and routes are right for IPv6, or run the task in subnets that have IPv4 addresses`,
    path: subnet.address,
  });
}
