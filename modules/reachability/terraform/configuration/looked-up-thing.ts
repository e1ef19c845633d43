import type { NetworkSnapshot } from "../../../snapshot/network-snapshot";
import { ownMember } from "../../../values/own-member";

/** What a data source can find in a snapshot of a VPC. */
export interface ThingToFind {
  /** Its properties by the names of filters of EC2. What is not among them nobody has read. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** What the data source has of it, by the names of its attributes. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** A type of data source that finds things of a VPC. */
interface Lookup {
  /** The filters that its arguments stand for. */
  readonly arguments: Readonly<Record<string, string>>;
  /** The attribute that lists the ids of all that it finds. @default - it finds one, or Terraform refuses it */
  readonly list?: string;
  thingsOf(network: NetworkSnapshot): readonly ThingToFind[];
}

/** The tag `Name`, which a thing without it does not have. */
const named = (name: string | undefined) => ({ "tag:Name": name === undefined ? [] : [name] });

const oneOrNone = (value: string | undefined) => (value === undefined ? [] : [value]);

const vpcs = ({ vpc }: NetworkSnapshot): readonly ThingToFind[] => [
  {
    filters: {
      "vpc-id": [vpc.id],
      cidr: vpc.cidrBlocks.slice(0, 1),
      "cidr-block-association.cidr-block": vpc.cidrBlocks,
      state: ["available"],
      ...named(vpc.name),
    },
    attributes: { id: vpc.id, ...(vpc.cidrBlocks[0] === undefined ? {} : { cidr_block: vpc.cidrBlocks[0] }) },
  },
];

const subnets = ({ vpc, subnets: all }: NetworkSnapshot): readonly ThingToFind[] =>
  all.map(({ id, name, availabilityZone, availabilityZoneId, cidrBlock }) => ({
    filters: {
      "subnet-id": [id],
      "vpc-id": [vpc.id],
      "availability-zone": [availabilityZone],
      ...(availabilityZoneId === undefined ? {} : { "availability-zone-id": [availabilityZoneId] }),
      "cidr-block": oneOrNone(cidrBlock),
      state: ["available"],
      ...named(name),
    },
    attributes: {
      id,
      vpc_id: vpc.id,
      availability_zone: availabilityZone,
      ...(availabilityZoneId === undefined ? {} : { availability_zone_id: availabilityZoneId }),
      ...(cidrBlock === undefined ? {} : { cidr_block: cidrBlock }),
    },
  }));

const routeTables = ({ vpc, routeTables: all, subnets: ofVpc }: NetworkSnapshot): readonly ThingToFind[] =>
  all.map(({ id, name, main = false }) => ({
    filters: {
      "route-table-id": [id],
      "vpc-id": [vpc.id],
      "association.main": [String(main)],
      // Where a subnet has the main table for want of another, Terraform refuses to look it up by the subnet.
      "association.subnet-id": ofVpc.filter((each) => each.routeTableId === id).map((each) => each.id),
      ...named(name),
    },
    attributes: { id, route_table_id: id, vpc_id: vpc.id },
  }));

const securityGroups = ({ vpc, securityGroups: all }: NetworkSnapshot): readonly ThingToFind[] =>
  all.map(({ id, name }) => ({
    filters: { "group-id": [id], "group-name": [name], "vpc-id": [vpc.id] },
    attributes: { id, name, vpc_id: vpc.id },
  }));

/** Source: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/data-sources/subnets and the pages of the others */
const LOOKUPS: Readonly<Record<string, Lookup>> = {
  aws_vpc: { arguments: { id: "vpc-id", cidr_block: "cidr", state: "state" }, thingsOf: vpcs },
  aws_subnet: {
    arguments: {
      id: "subnet-id",
      vpc_id: "vpc-id",
      availability_zone: "availability-zone",
      availability_zone_id: "availability-zone-id",
      cidr_block: "cidr-block",
      state: "state",
    },
    thingsOf: subnets,
  },
  aws_subnets: { arguments: {}, list: "ids", thingsOf: subnets },
  aws_route_table: {
    arguments: { route_table_id: "route-table-id", vpc_id: "vpc-id", subnet_id: "association.subnet-id" },
    thingsOf: routeTables,
  },
  aws_route_tables: { arguments: { vpc_id: "vpc-id" }, list: "ids", thingsOf: routeTables },
  aws_security_group: {
    arguments: { id: "group-id", name: "group-name", vpc_id: "vpc-id" },
    thingsOf: securityGroups,
  },
  aws_security_groups: { arguments: {}, list: "ids", thingsOf: securityGroups },
};

/** How a type of data source finds things of a VPC; `undefined` where it does not. */
export function lookupOf(type: string): Lookup | undefined {
  return ownMember(LOOKUPS, type);
}
