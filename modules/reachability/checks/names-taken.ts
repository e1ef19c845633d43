import { AWS_DOMAINS, isInAwsDomain, isWithin } from "../../aws/aws-domains";
import type { ServiceCall } from "../calls/call";
import { type Fact, knownValue } from "../model/fact";
import { sameIdentity } from "../model/identity";
import type { PrivateHostedZone, ResolverRule } from "../model/names";
import { type Finding, holds, open, together } from "./finding";
import { calledName, decidingName, domainOf, domainsOf, establishedNames, hostNamesOf, regionOf } from "./host-name";
import { zonesOf } from "./private-hosted-zone";

/** What answers for the names of a service when nothing takes them. */
export interface Answer {
  /** For example the address of the endpoint. */
  readonly by: string;
  /** Whether it is the zone of private DNS, which only an equal or a smaller domain takes names from. */
  readonly isPrivateZone: boolean;
  /** The zone made by hand that answers. @default - none */
  readonly zone?: PrivateHostedZone;
}

/**
 * Nothing in the VPC takes the names of the service from what should answer for them: no private hosted zone, no Resolver
 * rule, no DNS firewall. The most specific domain counts, also among the rules.
 *
 * Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html
 * Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-overview-forward-vpc-to-network-domain-name-matches.html
 */
export function checkNamesTaken(call: ServiceCall, answer: Answer): Finding | undefined {
  const { view, vpc } = call;
  const isOurs = (id: Parameters<typeof sameIdentity>[0]) => sameIdentity(id, vpc.id) !== "no";
  const zones = zonesOf(call).filter((zone) => zone !== answer.zone);
  const rules = view.model.resolverRules.filter((rule) => !rule.vpc.known || isOurs(rule.vpc.value));
  const forwarding = rules.filter(({ forwards }) => forwards);
  const leaving = rules.filter((rule) => leavesNames(rule, call));
  const left = leaving.flatMap(({ domain }) => knownValue(domain) ?? []);
  const takingZones = zones.filter(({ name }) => takes(knownValue(name), call, answer));
  const takingRules = forwarding.filter(({ domain }) => takes(knownValue(domain), call, answer, left));
  const isTaken = takingZones.length + takingRules.length > 0;
  return together([
    isTaken
      ? undefined
      : leftAlone(call, [...zones.map(({ name }) => name), ...forwarding.map(({ domain }) => domain)]),
    ...takingZones.map(({ address }) =>
      open({
        code: "hosted-zone-unknown",
        what: `whether the private hosted zone ${address} leads to ${answer.by}`,
        because: `it answers for names of "${call.service}" in ${vpc.address}, and only for those of its records`,
        assure: `${decidingName(call)} has a record in ${address} that leads to ${answer.by}`,
        path: address,
      }),
    ),
    ...takingRules.map(({ address }) =>
      open({
        code: "resolver-rule-unknown",
        what: `whether the Resolver rule ${address} leads to ${answer.by}`,
        because: `it forwards names of "${call.service}" from ${vpc.address} to other DNS servers`,
        assure: `those servers answer for ${decidingName(call)} with the addresses of ${answer.by}`,
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

/** Whether a rule leaves its names to Amazon's DNS server for certain. */
function leavesNames({ forwards, vpc }: ResolverRule, call: ServiceCall): boolean {
  return !forwards && vpc.known && sameIdentity(vpc.value, call.vpc.id) === "yes";
}

/** Where domains of AWS's are taken, and none of the service's, it is said whether its names are derived. */
function leftAlone(call: ServiceCall, domains: readonly Fact<string>[]): Finding | undefined {
  if (establishedNames(call)?.are !== "derived") return undefined;
  const isOfAws = domains.map(knownValue).some((domain) => domain !== undefined && isInAwsDomain(domain));
  return isOfAws ? holds(`no zone or rule takes ${decidingName(call)}`) : undefined;
}

/**
 * Whether a domain takes names of the service.
 *
 * @param left - domains that the rules of the VPC leave to Amazon's DNS server
 */
function takes(taken: string | undefined, call: ServiceCall, answer: Answer, left: readonly string[] = []): boolean {
  if (taken === undefined) return true;
  const zone = answer.zone === undefined ? undefined : knownValue(answer.zone.name);
  // A zone made by hand is for the name that is called; private DNS has all names of the service.
  const wanted = answer.zone === undefined ? undefined : calledName(call);
  const domains = wanted === undefined ? domainsOf(call) : [domainOf(wanted)];
  const within = left.filter((domain) => domain !== taken && isWithin(domain, taken));
  const isLeft = (domain: string) => within.some((each) => isWithin(domain, each));
  if (domains === undefined) return mayTake(taken, call, answer.isPrivateZone, isLeft);
  const isAsSpecific = zone === undefined ? !answer.isPrivateZone : isWithin(taken, zone);
  return domains.some((domain) => {
    if (isWithin(taken, domain)) return true;
    return isAsSpecific && isWithin(domain, taken) && !isLeft(domain);
  });
}

/**
 * Whether a domain may be around names that are not established, which are in a domain of AWS's. In which one is not known: only
 * where each of them is left to Amazon's DNS server, the names are.
 */
function mayTake(
  taken: string,
  call: ServiceCall,
  isPrivateZone: boolean,
  isLeft: (domain: string) => boolean,
): boolean {
  const region = regionOf(call);
  const isAround = (domain: string) => isWithin(domain, taken) || taken === `${region}.${domain}`;
  if (AWS_DOMAINS.some((domain) => isAround(domain) && !isLeft(domain))) return !isPrivateZone;
  if (!isInAwsDomain(taken)) return false;
  const labels = new Set(taken.split("."));
  const isOfService = call.service.split(/[.-]/).some((label) => labels.has(label));
  return isOfService && (region === undefined || labels.has(region));
}
