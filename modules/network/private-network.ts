import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { defaultName } from "../internal/default-name";
import { throwIssues } from "../internal/throw-issues";
import { planSubnets } from "../planning/addressing/plan-subnets";
import { type SubnetLayout, sharedSubnets } from "../planning/addressing/subnet-layout";
import { routeTableOf, type SubnetSpec } from "../planning/addressing/subnet-spec";
import { AvailableZones } from "./available-zones";
import type { Network, NetworkSubnet, VpcDns } from "./network";

/** Properties of {@link PrivateNetwork}. */
export interface PrivateNetworkProps {
  /** Region, for example `"eu-west-1"`. It must be the AWS provider's. */
  readonly region: string;
  /** Name, from which the `Name` tags are made. @default - the construct's path, with hyphens */
  readonly name?: string;
  /** Address block of the VPC, /16 to /28. @default "10.0.0.0/16" */
  readonly cidrBlock?: string;
  /**
   * The zones of a computed layout. Name them to choose them; adding one at the end never moves an existing subnet.
   *
   * @default - the first two zones that the account has in the Region, looked up when Terraform runs
   */
  readonly availabilityZones?: readonly string[];
  /**
   * The subnets: a layout, or each of them by its own address block.
   *
   * @default sharedSubnets()
   */
  readonly subnets?: SubnetLayout | readonly SubnetSpec[];
  /** DNS attributes of the VPC. @default - both on; interface endpoints with private DNS need both */
  readonly dns?: Partial<VpcDns>;
  /** Tags of the VPC, for example another `Name`. @default - `Name` is the name */
  readonly tags?: Readonly<Record<string, string>>;
  /** Tags of the route tables by name. @default - `Name` is the network's name and the route table's, joined by a hyphen */
  readonly routeTableTags?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/**
 * A VPC without a way to the internet: no internet gateway, no NAT, no public address. Tasks in it reach AWS services
 * through VPC endpoints only.
 *
 * @example new PrivateNetwork(this, "network", { region: "eu-west-1" })
 * @throws {ConfigurationError} for a malformed or misaligned CIDR, subnets outside the VPC or overlapping, no room for the
 * layout, duplicate names, zones outside the Region, two endpoint subnets in one zone, no subnet for tasks
 */
export class PrivateNetwork extends Construct implements Network {
  readonly name: string;
  readonly region: string;
  readonly vpcId: string;
  readonly cidrBlock: string;
  readonly dns: VpcDns;
  readonly subnets: readonly NetworkSubnet[];
  readonly dependencies: readonly ITerraformDependable[];
  /** The VPC. */
  readonly vpc: Vpc;
  /** The route tables by name. */
  readonly routeTables: ReadonlyMap<string, RouteTable>;

  constructor(scope: Construct, id: string, props: PrivateNetworkProps) {
    super(scope, id);
    this.name = props.name ?? defaultName(this);
    this.region = props.region;
    this.cidrBlock = props.cidrBlock ?? "10.0.0.0/16";
    this.dns = { support: true, hostnames: true, ...props.dns };

    const lookedUp = props.availabilityZones === undefined && !Array.isArray(props.subnets);
    const availabilityZones = props.availabilityZones ?? (lookedUp ? new AvailableZones(this, "zones").first(2) : []);
    const { subnets, issues } = planSubnets({
      region: this.region,
      cidrBlock: this.cidrBlock,
      availabilityZones,
      subnets: props.subnets ?? sharedSubnets(),
    });
    throwIssues(this, issues);

    this.vpc = new Vpc(this, "vpc", {
      cidrBlock: this.cidrBlock,
      enableDnsSupport: this.dns.support,
      enableDnsHostnames: this.dns.hostnames,
      tags: { Name: this.name, ...props.tags },
    });
    this.vpcId = this.vpc.id;
    this.routeTables = this.#createRouteTables(subnets, props.routeTableTags ?? {});
    const routeTableIds = new Map(Array.from(this.routeTables, ([name, table]) => [name, table.id]));
    const created = subnets.map((subnet) => this.#createSubnet(subnet, routeTableIds, lookedUp));
    this.subnets = created.map(({ subnet }) => subnet);
    this.dependencies = created.flatMap(({ association }) => (association === undefined ? [] : [association]));
  }

  #createRouteTables(
    subnets: readonly SubnetSpec[],
    tags: NonNullable<PrivateNetworkProps["routeTableTags"]>,
  ): ReadonlyMap<string, RouteTable> {
    const names = new Set(subnets.map(routeTableOf).filter((name) => name !== false));
    return new Map(
      Array.from(names, (name) => [
        name,
        new RouteTable(this, `route-table-${name}`, {
          vpcId: this.vpcId,
          tags: { Name: `${this.name}-${name}`, ...tags[name] },
        }),
      ]),
    );
  }

  #createSubnet(spec: SubnetSpec, routeTableIds: ReadonlyMap<string, string>, zoneLookedUp: boolean) {
    const subnet = new Subnet(this, `subnet-${spec.name}`, {
      vpcId: this.vpcId,
      cidrBlock: spec.cidrBlock,
      availabilityZone: spec.availabilityZone,
      tags: { Name: `${this.name}-${spec.name}`, ...spec.tags },
      // A zone that AWS opens later can shift the looked-up list; a subnet that stands is not moved for it.
      ...(zoneLookedUp ? { lifecycle: { ignoreChanges: ["availability_zone"] } } : {}),
    });
    const subnetId = subnet.id;
    const routeTable = routeTableOf(spec);
    const routeTableId = routeTable === false ? undefined : routeTableIds.get(routeTable);
    const association =
      routeTableId === undefined
        ? undefined
        : new RouteTableAssociation(this, `association-${spec.name}`, { subnetId, routeTableId });
    return {
      association,
      subnet: {
        name: spec.name,
        id: subnetId,
        tier: spec.tier,
        availabilityZone: spec.availabilityZone,
        cidrBlock: spec.cidrBlock,
        ...(routeTableId === undefined ? {} : { routeTableId }),
      },
    };
  }
}
