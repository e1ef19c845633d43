import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { Fn, type ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { IPV6_SUBNET_BITS } from "../addressing/ipv6-subnets";
import { sharedSubnets } from "../addressing/shared-subnets";
import { hostsTasks, routeTableOf, type SubnetSpec } from "../addressing/subnet-spec";
import type { WayOut } from "../aws/way-out";
import { defaultName } from "../internal/default-name";
import { throwIssues } from "../internal/throw-issues";
import { throwMalformed } from "../internal/throw-malformed";
import { useProvider } from "../internal/use-provider";
import { collected } from "../issues/collected";
import { proveAtSynth } from "../validation/prove-at-synth";
import { AvailableZones } from "./available-zones";
import { checkFlowLogs } from "./check-flow-logs";
import type { Network, NetworkSubnet, VpcDns } from "./network";
import { NetworkGateways } from "./network-gateways";
import { planNetwork } from "./plan-network";
import type { PrivateNetworkProps } from "./private-network-props";
import { PRIVATE_NETWORK } from "./private-network-shape";
import { VpcFlowLogs } from "./vpc-flow-logs";
import { commonWayOut } from "./way-out";

/**
 * A VPC whose subnets have no way to the internet: no internet gateway, no NAT, no public address. Tasks in it reach AWS
 * services through VPC endpoints only.
 *
 * An internet gateway exists only where a subnet has the tier `"public"`, a NAT gateway only where a subnet asks for it
 * by `wayOut` and the network by `natGateways`. Every other subnet stays isolated beside them.
 *
 * @example
 * ```ts
 * import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
 * import { App, TerraformStack } from "cdktf";
 * import { PrivateNetwork, tieredSubnets } from "cdktf-private-fargate";
 *
 * const app = new App();
 * const stack = new TerraformStack(app, "orders");
 * new AwsProvider(stack, "aws", { region: "eu-west-1" });
 *
 * new PrivateNetwork(stack, "network", { region: "eu-west-1" });
 *
 * // Public subnets for a load balancer, subnets for tasks, others for the endpoints, and no NAT gateway.
 * new PrivateNetwork(stack, "tiered", { region: "eu-west-1", cidrBlock: "10.1.0.0/16", subnets: tieredSubnets() });
 *
 * app.synth();
 * ```
 * @throws {ConfigurationError} for a malformed or misaligned CIDR, subnets outside the VPC or overlapping, no room for the
 * layout, duplicate names, zones outside the Region, two endpoint subnets in one zone, neither a subnet for tasks nor a
 * public one, NAT without a public subnet, a NAT gateway that nothing uses or that is missing, a route table shared by
 * subnets with different ways out
 */
export class PrivateNetwork extends Construct implements Network {
  readonly name: string;
  readonly region: string;
  readonly vpcId: string;
  readonly cidrBlock: string;
  readonly ipv6CidrBlock?: string;
  readonly dns: VpcDns;
  readonly subnets: readonly NetworkSubnet[];
  /** The way out of every subnet for tasks, where all of them have one. */
  readonly wayOut?: WayOut;
  readonly dependencies: readonly ITerraformDependable[];
  readonly vpc: Vpc;
  /** The VPC's default security group, unless it is left as AWS creates it. */
  readonly defaultSecurityGroup: DefaultSecurityGroup | undefined;
  /** The route tables by name. */
  readonly routeTables: ReadonlyMap<string, RouteTable>;
  /** The gateways and the routes to them, where there is a public subnet. */
  readonly gateways: NetworkGateways | undefined;
  /** The flow logs of the VPC, where they are asked for. */
  readonly flowLogs: VpcFlowLogs | undefined;

  constructor(scope: Construct, id: string, props: PrivateNetworkProps) {
    super(scope, id);
    throwMalformed(this, props, PRIVATE_NETWORK);
    useProvider(this, props);
    this.name = props.name ?? defaultName(this);
    this.region = props.region;
    this.cidrBlock = props.cidrBlock ?? "10.0.0.0/16";
    this.dns = { support: true, hostnames: true, ...props.dns };

    const lookedUp = props.availabilityZones === undefined && !Array.isArray(props.subnets);
    const availabilityZones = props.availabilityZones ?? (lookedUp ? new AvailableZones(this, "zones").first(2) : []);
    const ipv6 = props.ipv6 === true;
    const planned = collected(
      planNetwork({
        region: this.region,
        cidrBlock: this.cidrBlock,
        availabilityZones,
        subnets: props.subnets ?? sharedSubnets(),
        natGateways: props.natGateways,
        ipv6,
      }),
    );
    throwIssues(this, [...planned.issues, ...checkFlowLogs(props.flowLogs, "flowLogs")]);
    const { subnets, waysOut, ipv6Indexes } = planned.result;

    proveAtSynth(this);
    this.vpc = new Vpc(this, "vpc", {
      cidrBlock: this.cidrBlock,
      enableDnsSupport: this.dns.support,
      enableDnsHostnames: this.dns.hostnames,
      ...(ipv6 ? { assignGeneratedIpv6CidrBlock: true } : {}),
      tags: { Name: this.name, ...props.tags },
    });
    // Where the zones are looked up, the Terraform has the Region nowhere else.
    this.vpc.addOverride("//.privateFargate.region", this.region);
    this.vpcId = this.vpc.id;
    this.defaultSecurityGroup = props.defaultSecurityGroup === "as-created" ? undefined : this.#emptyDefaultGroup();
    const { name, region, vpcId } = this;
    this.flowLogs = props.flowLogs && new VpcFlowLogs(this, "flow-logs", { name, region, vpcId }, props.flowLogs);
    this.routeTables = this.#createRouteTables(subnets, props.routeTableTags ?? {});
    const routeTableIds = new Map(Array.from(this.routeTables, ([name, table]) => [name, table.id]));
    const vpcIpv6CidrBlock = ipv6 ? this.vpc.ipv6CidrBlock : "";
    if (ipv6) this.ipv6CidrBlock = vpcIpv6CidrBlock;
    const created = subnets.map((subnet) => {
      const index = ipv6Indexes.get(subnet.name);
      const ipv6CidrBlock = index === undefined ? undefined : Fn.cidrsubnet(vpcIpv6CidrBlock, IPV6_SUBNET_BITS, index);
      return this.#createSubnet(subnet, routeTableIds, lookedUp, ipv6CidrBlock);
    });
    this.subnets = created.map(({ subnet }) => subnet);
    this.gateways = waysOut.internetGateway
      ? new NetworkGateways(this, "gateways", {
          name: this.name,
          internetGatewayTags: props.internetGatewayTags ?? {},
          vpcId: this.vpcId,
          waysOut,
          ipv6,
          subnetIds: new Map(this.subnets.map(({ name, id: subnetId }) => [name, subnetId])),
          routeTableIds,
        })
      : undefined;
    const wayOut = commonWayOut(this.subnets.filter(({ tier }) => hostsTasks(tier)));
    if (wayOut !== undefined) this.wayOut = wayOut;
    this.dependencies = [
      ...created.flatMap(({ association }) => (association === undefined ? [] : [association])),
      ...(this.gateways?.routes ?? []),
    ];
  }

  /** Terraform takes the group over that AWS creates with the VPC, and removes the rules of which it is told nothing. */
  #emptyDefaultGroup(): DefaultSecurityGroup {
    return new DefaultSecurityGroup(this, "default-security-group", {
      vpcId: this.vpcId,
      tags: { Name: `${this.name}-default` },
    });
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

  #createSubnet(
    spec: SubnetSpec,
    routeTableIds: ReadonlyMap<string, string>,
    zoneLookedUp: boolean,
    ipv6CidrBlock: string | undefined,
  ) {
    const subnet = new Subnet(this, `subnet-${spec.name}`, {
      vpcId: this.vpcId,
      cidrBlock: spec.cidrBlock,
      availabilityZone: spec.availabilityZone,
      ...(ipv6CidrBlock === undefined ? {} : { ipv6CidrBlock, assignIpv6AddressOnCreation: true }),
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
    const wayOut: WayOut | undefined = spec.tier === "public" ? "internet-gateway" : spec.wayOut;
    return {
      association,
      subnet: {
        name: spec.name,
        id: subnetId,
        tier: spec.tier,
        availabilityZone: spec.availabilityZone,
        cidrBlock: spec.cidrBlock,
        ...(ipv6CidrBlock === undefined ? {} : { ipv6CidrBlock }),
        ...(routeTableId === undefined ? {} : { routeTableId }),
        ...(wayOut === undefined ? {} : { wayOut }),
      },
    };
  }
}
