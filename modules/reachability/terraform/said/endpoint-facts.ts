import { endpointServiceFacts, isEndpointServiceName } from "../../../aws/endpoint-services/endpoint-service-facts";
import { serviceName } from "../../../aws/endpoint-services/service-name";
import { symbolicText } from "../expressions/symbolic-text";
import { ABSENT, isAbsent, literal, type Value } from "../expressions/value";
import { type SaidFact, type SaidThing, saidItems, saidMember, saidName } from "./said-fact";
import { nameless, type Told, told } from "./told";

type Around = Pick<SaidFact, "vpcId" | "region">;

/** What is said of an endpoint that exists. One of a service outside the catalog is left out. */
export function* endpointFacts(endpoint: Value, { vpcId, region }: Around): Generator<Told> {
  const service = saidName(saidMember(endpoint, "service"));
  const type = saidName(saidMember(endpoint, "type"));
  if (!isEndpointServiceName(service) || (type !== "Interface" && type !== "Gateway")) return;
  const vpc = saidName(vpcId);
  const thing = nameless("aws_vpc_endpoint", `${vpc}.endpoints.${service}-${type.toLowerCase()}`);
  const kind = type === "Interface" ? "an interface endpoint" : "a gateway endpoint";
  const ofRegion = saidMember(endpoint, "serviceRegion");
  const fullName = serviceName(service, symbolicText(isAbsent(ofRegion) ? region : ofRegion), type);
  yield told(`${vpc} has ${kind} for "${service}"`, thing, {
    vpc_id: vpcId,
    service_name: literal(fullName),
    vpc_endpoint_type: literal(type),
    service_region: ofRegion,
  });
  const its = `the ${type.toLowerCase()} endpoint for "${service}" in ${vpc}`;
  yield* listFacts(endpoint, thing, its);
  const dns = saidMember(endpoint, "privateDnsEnabled");
  if (!isAbsent(dns)) {
    const isOff = dns.kind === "literal" && dns.value === false;
    yield told(`${its} has private DNS ${isOff ? "off" : "on"}`, thing, { private_dns_enabled: dns });
  }
  const list = saidMember(endpoint, "prefixListId");
  if (!isAbsent(list)) yield told(`${its} has the prefix list ${saidName(list)}`, thing, { prefix_list_id: list });
  const policy = saidMember(endpoint, "policy");
  if (!isAbsent(policy)) {
    const isOpen = policy.kind === "literal" && policy.value === "";
    const what = isOpen ? "a policy that admits everything" : `the policy ${symbolicText(policy)}`;
    yield told(`${its} has ${what}`, thing, { policy: isOpen ? ABSENT : policy });
  }
  yield* ingressFacts(endpoint, endpointServiceFacts(service).ports);
}

/** Arguments that are lists of ids. */
const LISTS = [
  ["subnetIds", "subnet_ids", "is in"],
  ["securityGroupIds", "security_group_ids", "has the security groups"],
  ["routeTableIds", "route_table_ids", "is in the route tables"],
] as const;

function* listFacts(endpoint: Value, thing: SaidThing, its: string): Generator<Told> {
  for (const [member, argument, words] of LISTS) {
    const ids = saidMember(endpoint, member);
    if (isAbsent(ids)) continue;
    const names = saidItems(endpoint, member).map(saidName).join(", ");
    yield told(`${its} ${words} ${names}`, thing, { [argument]: ids });
  }
}

/** A rule of the security groups for each port and each side that is said to be admitted. */
function* ingressFacts(endpoint: Value, ports: readonly number[]): Generator<Told> {
  for (const group of saidItems(endpoint, "securityGroupIds")) {
    for (const peer of saidItems(endpoint, "admits")) {
      const from = peer.kind === "object" ? Object.values(peer.members).map(saidName).join(", ") : "";
      for (const port of ports) {
        const thing = nameless("aws_vpc_security_group_ingress_rule", `${saidName(group)}.ingress.${port}.${from}`);
        yield told(`${saidName(group)} admits TCP ${port} from ${from}`, thing, {
          ...(peer.kind === "object" ? peer.members : {}),
          security_group_id: group,
          ip_protocol: literal("tcp"),
          from_port: literal(port),
          to_port: literal(port),
        });
      }
    }
  }
}
