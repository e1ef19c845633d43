import { ownMember } from "../../values/own-member";
import { eachFact, type Fact, known, knownValue, unknown } from "../model/fact";
import type { Members } from "../model/grouped";
import type { Identity } from "../model/identity";
import type { SymbolicText } from "../model/symbol";
import { isSymbolic, symbolicText } from "../terraform/expressions/symbolic-text";
import { isAbsent, type Value } from "../terraform/expressions/value";
import { accountReference } from "../terraform/resources/derived-attributes";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { adopted } from "./adopted";
import { listFact, notKnown } from "./facts";
import type { NetworkTypeName } from "./network-types";
import { ownIdentity, type ResourceIndex } from "./resource-index";

/** Attributes that stand for the resource itself. */
const ITSELF: ReadonlySet<string> = new Set(["id", "arn", "name", "family", "arn_without_revision", "url"]);

/** What a VPC brings along; each is taken over by a resource of its own (`aws_default_…`) or left as AWS makes it. */
const MAIN_ROUTE_TABLE = "default_route_table_id";
/** A transit gateway brings one route table along, for associations as for propagations. */
const DEFAULT_TABLE = "association_default_route_table_id";
const PARTS_OF_VPC = ["default_network_acl_id", "default_security_group_id", MAIN_ROUTE_TABLE];

/** Attributes that name a thing which AWS makes with the resource. What any other attribute names may be anywhere. */
const MADE_WITH: Readonly<Record<string, readonly string[]>> = {
  aws_default_vpc: PARTS_OF_VPC,
  aws_ec2_transit_gateway: [DEFAULT_TABLE],
  aws_eks_cluster: ["vpc_config[0].cluster_security_group_id"],
  aws_vpc: PARTS_OF_VPC,
  aws_vpc_endpoint_service: ["service_name"],
  aws_vpn_connection: ["transit_gateway_attachment_id"],
};

/** The identity of what a value refers to. */
export function identityFact(value: Value, index: ResourceIndex): Fact<Identity> {
  if (isAbsent(value)) return unknown("it is not given");
  if (value.kind === "literal") return known({ kind: "id", text: String(value.value) });
  if (value.kind !== "reference") return value.kind === "text" && isSymbolic(value) ? symbolOf(value) : notKnown(value);
  const resource = index.at(value.address);
  if (resource === undefined) return symbolOf(value);
  if (isItself(resource, value.attribute)) return known(identityOf(resource, index));
  if (resource.mode === "data") return symbolOf(value);
  const { kind, text } = identityOf(resource, index);
  const attribute = alias(value.attribute);
  const isMadeWith = MADE_WITH[resource.type]?.includes(attribute) === true;
  const ofPart = kind === "created" ? "created" : "adopted";
  return known({ kind: isMadeWith ? ofPart : "symbol", text: `${text}.${attribute}` });
}

function isItself({ type }: TerraformResource, attribute: string): boolean {
  return ITSELF.has(attribute) || (type === "aws_route53_zone" && attribute === "zone_id");
}

/** The identities of a list; none where it is not given. */
export function identitiesFact(value: Value, index: ResourceIndex): Fact<readonly Identity[]> {
  return eachFact(listFact(value), (item) => identityFact(item, index));
}

/** The identity of a resource or data source. */
export function identityOf(resource: TerraformResource, index: ResourceIndex): Identity {
  return index.identity(resource, identify);
}

function identify(resource: TerraformResource, index: ResourceIndex): Identity {
  const id = adopted(resource, index) ?? resource.attribute("id");
  if (id.kind === "literal" && id.value !== null) return { kind: "id", text: String(id.value) };
  const isItself = id.kind === "reference" && id.address === resource.address;
  if (id.kind === "reference" && !isItself) {
    const identity = identityFact(id, index);
    if (identity.known) return identity.value;
  }
  return ownIdentity(resource);
}

/** Resources of a type that refer to something in an argument, and those of which that is not known. */
export function referringTo(
  id: Identity,
  type: NetworkTypeName,
  argument: string,
  index: ResourceIndex,
): Members<TerraformResource> {
  return index.referring(type, argument, (resource) => identityFact(resource.argument(argument), index)).of(id);
}

/** The resource of a type that refers to something in an argument. */
export function referrerTo(
  id: Identity,
  type: NetworkTypeName,
  argument: string,
  index: ResourceIndex,
): Fact<TerraformResource | undefined> {
  const { items, possible } = referringTo(id, type, argument, index);
  const [vague] = items.length > 0 ? [] : possible;
  return vague === undefined ? known(items[0]) : unknown(`whether ${vague.address} is about it is not known`);
}

/** Things, and those of some others that are not among them. */
export function withOthers<T extends { readonly id: Identity }>(things: readonly T[], others: readonly T[]): T[] {
  const ids = new Set(things.map(({ id }) => id.text));
  return [...things, ...others.filter(({ id }) => !ids.has(id.text))];
}

/** What a resource is called: its identity, and some of its attributes. */
export function namesOf(resource: TerraformResource, index: ResourceIndex, attributes: readonly string[]): string[] {
  return [identityOf(resource, index).text, ...attributes.map((name) => symbolicText(resource.attribute(name)))];
}

/** The account of a resource, as the configuration's own lookup has it. */
export function accountText(resource: TerraformResource, index: ResourceIndex): SymbolicText {
  const lookup = index.dataOf("aws_caller_identity", resource);
  return symbolicText(lookup?.attribute("account_id") ?? accountReference(resource));
}

/** The resource of a type with an identity. */
export function resourceOf(id: Identity, type: NetworkTypeName, index: ResourceIndex): TerraformResource | undefined {
  return index.byIdentity(type, (resource) => [identityOf(resource, index).text]).get(id.text);
}

/** What belongs to a VPC from its creation, for example its default security group. */
export function partOfVpc(vpc: TerraformResource, attribute: string, index: ResourceIndex): Fact<Identity> {
  return identityFact(vpc.attribute(attribute), index);
}

/** What AWS makes with each VPC that is created here, as a thing of its own. */
export function partsOfVpcs(attribute: string, index: ResourceIndex) {
  return index.managed("aws_vpc").flatMap((vpc) => {
    const id = knownValue(partOfVpc(vpc, attribute, index));
    if (id === undefined) return [];
    return [{ id, address: `${vpc.address}.${attribute}`, vpc: known(identityOf(vpc, index)), complete: true }];
  });
}

/** The main route table is the default one until an association makes it another; see {@link readVpcs}. */
const ALIASES = { main_route_table_id: MAIN_ROUTE_TABLE, propagation_default_route_table_id: DEFAULT_TABLE };

function alias(attribute: string): string {
  return ownMember(ALIASES, attribute) ?? attribute;
}

function symbolOf(value: Value): Fact<Identity> {
  return known({ kind: "symbol", text: symbolicText(value) });
}
