import { ABSENT, unknownValue, type Value } from "../expressions/value";
import { attributeReference, type TerraformResource } from "../resources/terraform-resource";
import type { SaidFact, SaidPart, SaidThing } from "./said-fact";

/** Arguments that are not absent where nobody says them. */
const ALWAYS_THERE: Readonly<Record<string, readonly string[]>> = {
  aws_vpc: ["cidr_block", "enable_dns_support", "enable_dns_hostnames"],
  aws_subnet: ["vpc_id", "availability_zone", "cidr_block", "ipv6_cidr_block"],
  aws_vpc_endpoint: ["private_dns_enabled", "subnet_ids", "security_group_ids", "route_table_ids", "policy"],
};

/** The argument without which a thing is not there at all. */
const EXISTENCE: Readonly<Record<string, string>> = { aws_vpc_endpoint: "service_name" };

interface Collected {
  readonly fact: SaidFact;
  readonly thing: SaidThing;
  readonly parts: SaidPart[];
}

/** The things of which facts are said, as resources and data sources with all that is said of each. */
export function saidResources(facts: readonly SaidFact[]): readonly TerraformResource[] {
  const things = new Map<string, Collected>();
  for (const fact of facts) {
    for (const part of fact.parts) {
      const { thing } = part;
      const collected = things.get(thing.address) ?? { fact, thing, parts: [] };
      things.set(thing.address, collected);
      collected.parts.push(part);
    }
  }
  return [...things.values()].filter(isThere).map(saidResource);
}

function isThere({ thing, parts }: Collected): boolean {
  const needed = EXISTENCE[thing.type];
  return needed === undefined || parts.some((part) => Object.hasOwn(part.arguments, needed));
}

function saidResource({ fact, thing, parts }: Collected): TerraformResource {
  const { address, mode, type, id } = thing;
  const { by, network } = fact;
  // Of two that say different things the first is heard.
  const given = new Map(parts.toReversed().flatMap((part) => Object.entries(part.arguments)));
  const argument = (name: string): Value => {
    if (name === "id") return id;
    const said = given.get(name);
    if (said !== undefined) return said;
    const isOpen = ALWAYS_THERE[type]?.includes(name) === true;
    return isOpen ? unknownValue(`the network "${network}" does not say ${name} of ${address}`) : ABSENT;
  };
  const resource: TerraformResource = {
    address,
    mode,
    type,
    region: fact.region,
    provider: by.provider,
    ...(by.credentials === undefined ? {} : { credentials: by.credentials }),
    ...(by.account === undefined ? {} : { account: by.account }),
    isRead: true,
    argument,
    attribute: (name) => (name === "id" || given.has(name) ? argument(name) : attributeReference(resource, name)),
  };
  return resource;
}
