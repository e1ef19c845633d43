import type { AskFinding, Unreachable } from "../../asks/ask";
import type { AskContext } from "../../asks/ask-context";
import { asksToHost, type Sender } from "../../asks/asks-to-host";
import { isPrivateName } from "../../asks/reachable-host";
import { isInAwsDomain } from "../../aws/aws-domains";
import { inEachLanguage } from "../../issues/fix";
import { issue } from "../../issues/issue";

/**
 * What sending logs to a host asks that is neither the task's own nor declared: the service that has it. Another host of AWS's
 * may be in the VPC, and one of somebody else's is out of reach.
 */
export function* logHostAsks(
  host: string,
  sender: Sender,
  context: AskContext,
  unreachable: Unreachable,
): Generator<AskFinding> {
  const asks = asksToHost(host, sender, context);
  if (asks !== undefined) yield* asks;
  else if (isPrivateName(host)) yield { remark: privateHost(host, sender) };
  else yield isInAwsDomain(host.toLowerCase()) ? { remark: unknownHost(host, sender.path) } : unreachable;
}

function privateHost(host: string, { name, path }: Sender) {
  return issue("log-destination-unknown", {
    path,
    problem: `whether the task reaches "${host}", to which ${name} sends, is not known`,
    why: "the internet has no such name; a private hosted zone, Cloud Map or Service Connect may have it",
    fix: inEachLanguage(({ reachableHost }) => `if the VPC has the name, write ${reachableHost(host)}`),
  });
}

function unknownHost(host: string, path: string) {
  return issue("log-destination-unknown", {
    path,
    problem: `what of AWS's has the host "${host}" is not known`,
    why: "it may be in the VPC, as a domain of OpenSearch or an internal load balancer, or belong to a service that has an endpoint",
    fix: inEachLanguage(
      ({ reachableHost, uses }) =>
        `if it is in the VPC, write ${reachableHost(host)}; if it belongs to a service, name that, for example ${uses("logs")}`,
    ),
  });
}
