import { formatCidr } from "../../addressing/cidr";
import { regionOfZone } from "../../aws/region";
import { type Fact, knownValue, mapFact, unknown } from "../model/fact";
import { type Identity, sameIdentity } from "../model/identity";
import type { Contradiction } from "../model/network-model";
import { isAbsent, type Value } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import type { SaidFact, SaidPart } from "../terraform/said/said-fact";
import { booleanFact, cidrFact, textFact } from "./facts";
import { identityFact, identityOf, referringTo } from "./identities";
import type { ResourceIndex } from "./resource-index";

/** How an argument is compared. What is not known is no contradiction. */
type Reader = (value: Value, resource: TerraformResource | undefined, index: ResourceIndex) => Fact<string>;

const COMPARED: Readonly<Record<string, Readonly<Record<string, Reader>>>> = {
  aws_vpc: {
    // A VPC with several blocks may be described by any of them.
    cidr_block: (value, resource, index) =>
      resource?.mode === "data" || index.managed("aws_vpc_ipv4_cidr_block_association").length > 0
        ? unknown("there may be further blocks")
        : mapFact(cidrFact(value), formatCidr),
    enable_dns_support: flag(true),
    enable_dns_hostnames: flag(false),
  },
  aws_subnet: {
    vpc_id: (value, _, index) => idFact(identityFact(value, index)),
    availability_zone: (value) => {
      const zone = textFact(value);
      return zone.known && regionOfZone(zone.value) === undefined ? unknown("it is no name of a zone") : zone;
    },
    cidr_block: (value) => mapFact(cidrFact(value), formatCidr),
  },
};

/** An attribute that is on or off; of what is looked up nobody knows the value that is not there. */
function flag(absent: boolean): Reader {
  return (value, resource) => {
    if (isAbsent(value) && resource?.mode === "data") return unknown("it is looked up");
    return mapFact(booleanFact(value, absent), String);
  };
}

/** What was created here has an address for an id, and what is looked up an expression: these say nothing of another. */
function idFact(id: Fact<Identity>): Fact<string> {
  return id.known && id.value.kind !== "id" ? unknown("the id is not known") : mapFact(id, ({ text }) => text);
}

/** What is said of VPCs and subnets, and is not so in the Terraform in sight. */
export function contradictionsOf(said: readonly SaidFact[], index: ResourceIndex): readonly Contradiction[] {
  return said.flatMap((fact) =>
    fact.parts.flatMap((part) => [
      ...argumentsContradicted(fact, part, index),
      ...tableContradicted(fact, part, index),
    ]),
  );
}

function* argumentsContradicted(fact: SaidFact, { thing, arguments: said }: SaidPart, index: ResourceIndex) {
  const readers = COMPARED[thing.type];
  const id = knownValue(identityFact(thing.id, index));
  if (readers === undefined || id === undefined) return;
  const sameOnes = [...managedLike(thing.type, index), ...index.data(thing.type)].filter(
    (each) => sameIdentity(identityOf(each, index), id) === "yes",
  );
  for (const [name, value] of Object.entries(said)) {
    const read = readers[name];
    const given = read === undefined ? undefined : knownValue(read(value, undefined, index));
    for (const resource of sameOnes) {
      const actual = read === undefined ? undefined : knownValue(read(resource.argument(name), resource, index));
      if (given === undefined || actual === undefined || given === actual) continue;
      yield contradiction(fact, resource.address, `${name} of ${resource.address} is ${actual}`);
    }
  }
}

function managedLike(type: string, index: ResourceIndex): readonly TerraformResource[] {
  return type === "aws_vpc"
    ? index.managed("aws_vpc", "aws_default_vpc")
    : index.managed("aws_subnet", "aws_default_subnet");
}

/** A subnet has one route table. */
function* tableContradicted(fact: SaidFact, { thing, arguments: said }: SaidPart, index: ResourceIndex) {
  const { subnet_id: subnetId, route_table_id: tableId } = said;
  if (thing.type !== "aws_route_table_association" || subnetId === undefined || tableId === undefined) return;
  const subnet = knownValue(identityFact(subnetId, index));
  const table = knownValue(identityFact(tableId, index));
  if (subnet === undefined || table === undefined) return;
  for (const { argument, address } of referringTo(subnet, "aws_route_table_association", "subnet_id", index).items) {
    const actual = knownValue(identityFact(argument("route_table_id"), index));
    if (actual === undefined || sameIdentity(actual, table) !== "no") continue;
    yield contradiction(fact, address, `${address} associates it with ${actual.text}`);
  }
}

/** Something that is said, and what shows that it is not so. */
export function contradiction({ network, text }: SaidFact, address: string, instead: string): Contradiction {
  return { network, said: text, address, instead };
}
