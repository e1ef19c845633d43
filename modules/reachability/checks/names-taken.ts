import type { ServiceCall } from "../calls/call";
import { knownValue } from "../model/fact";
import { sameIdentity } from "../model/identity";
import { type Finding, open, together } from "./finding";
import { domainOf, hostNamesOf } from "./host-name";
import { isWithin, zonesOf } from "./private-hosted-zone";

/** What answers for the names of a service when nothing takes them. */
export interface Answer {
  /** For example the address of the endpoint. */
  readonly by: string;
  /** Whether it is the zone of private DNS, which only an equal or a smaller domain takes names from. */
  readonly isPrivateZone: boolean;
}

/**
 * Nothing in the VPC takes the names of the service from what should answer for them: no private hosted zone, no Resolver
 * rule, no DNS firewall. The most specific domain counts.
 *
 * Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html
 */
export function checkNamesTaken(call: ServiceCall, answer: Answer): Finding | undefined {
  const { view, vpc } = call;
  const isOurs = (id: Parameters<typeof sameIdentity>[0]) => sameIdentity(id, vpc.id) !== "no";
  return together([
    ...zonesOf(call)
      .filter(({ name }) => takes(knownValue(name), call, answer))
      .map(({ address }) =>
        open({
          code: "hosted-zone-unknown",
          what: `whether the private hosted zone ${address} leads to ${answer.by}`,
          because: `it answers for names of "${call.service}" in ${vpc.address}, and only for those of its records`,
          assure: `${hostNamesOf(call)} has a record in ${address} that leads to ${answer.by}`,
          path: address,
        }),
      ),
    ...view.model.resolverRules
      .filter((rule) => (!rule.vpc.known || isOurs(rule.vpc.value)) && takes(knownValue(rule.domain), call, answer))
      .map(({ address }) =>
        open({
          code: "resolver-rule-unknown",
          what: `whether the Resolver rule ${address} leads to ${answer.by}`,
          because: `it forwards names of "${call.service}" from ${vpc.address} to other DNS servers`,
          assure: `those servers answer for ${hostNamesOf(call)} with the addresses of ${answer.by}`,
          path: address,
        }),
      ),
    ...view.model.dnsFirewalls
      .filter((firewall) => !firewall.vpc.known || isOurs(firewall.vpc.value))
      .map(({ address }) =>
        open({
          code: "dns-firewall-unknown",
          what: `whether the DNS firewall ${address} lets queries for ${hostNamesOf(call)} pass`,
          because: "its rules are not followed",
          assure: `no rule of it blocks ${hostNamesOf(call)}`,
          path: address,
        }),
      ),
  ]);
}

function takes(taken: string | undefined, call: ServiceCall, { isPrivateZone }: Answer): boolean {
  if (taken === undefined) return true;
  const domain = domainOf(call);
  if (domain !== undefined) return isWithin(taken, domain) || (!isPrivateZone && isWithin(domain, taken));
  const region = call.region ?? knownValue(call.task.region);
  const labels = new Set(taken.split("."));
  const isOfService = call.service.split(/[.-]/).some((label) => labels.has(label));
  if (region === undefined || labels.has(region)) return isOfService;
  // The names are not documented; they are in the domain of AWS.
  return !isPrivateZone && (taken === "" || taken === "amazonaws.com");
}
