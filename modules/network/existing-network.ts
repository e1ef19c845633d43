import { DataAwsRouteTable } from "@cdktf/provider-aws/lib/data-aws-route-table";
import { DataAwsSubnet } from "@cdktf/provider-aws/lib/data-aws-subnet";
import { DataAwsVpc } from "@cdktf/provider-aws/lib/data-aws-vpc";
import { DataAwsVpcEndpoint } from "@cdktf/provider-aws/lib/data-aws-vpc-endpoint";
import { Fn } from "cdktf";
import { Construct } from "constructs";
import { hostsTasks } from "../addressing/subnet-spec";
import type { EndpointServiceName, EndpointType } from "../aws/endpoint-services/catalog";
import { defaultEndpointType } from "../aws/endpoint-services/endpoint-service-facts";
import { serviceName } from "../aws/endpoint-services/service-name";
import type { WayOut } from "../aws/way-out";
import { defaultName } from "../internal/default-name";
import { throwMalformed } from "../internal/throw-malformed";
import { useProvider } from "../internal/use-provider";
import type { ExistingNetworkProps, LookedUpEndpoint, LookedUpSubnet } from "./existing-network-props";
import { EXISTING_NETWORK } from "./existing-network-shape";
import type { ExistingEndpoint, Network, NetworkSubnet, VpcDns } from "./network";
import {
  answersForService,
  dnsIsOn,
  isAsSaid,
  isInVpc,
  leadsToGateway,
  type PlanAssertion,
  postconditions,
} from "./plan-assertions";

/**
 * A VPC that exists and is looked up when Terraform plans; the synthesis needs no credentials. What the synthesis cannot
 * know, Terraform checks against the account, and stops with the message that the proof would give: that DNS is on, that
 * subnets and endpoints are in the VPC, that private DNS is on, that route tables lead to gateway endpoints.
 *
 * @example
 * ```ts
 * import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
 * import { App, TerraformStack } from "cdktf";
 * import { ExistingNetwork, VpcEndpoints } from "cdktf-private-fargate";
 *
 * const app = new App();
 * const stack = new TerraformStack(app, "shop");
 * new AwsProvider(stack, "aws", { region: "eu-west-1" });
 *
 * const network = ExistingNetwork.lookUp(stack, "network", {
 *   region: "eu-west-1",
 *   vpc: { tags: { Name: "legacy" } },
 *   domainNameServers: ["AmazonProvidedDNS"],
 *   networkAcls: "allow-all",
 *   subnets: [{ name: "a", tags: { Name: "legacy-a" }, tier: "shared", availabilityZone: "eu-west-1a" }],
 * });
 * new VpcEndpoints(stack, "endpoints", { network, services: ["s3", "ecr.api", "ecr.dkr", "logs"] });
 *
 * app.synth();
 * ```
 */
export class ExistingNetwork extends Construct implements Network {
  readonly name: string;
  readonly region: string;
  readonly vpcId: string;
  readonly cidrBlock: string;
  readonly dns: VpcDns = { support: true, hostnames: true };
  readonly domainNameServers?: readonly string[];
  readonly networkAcls?: "allow-all";
  readonly wayOut?: WayOut;
  readonly subnets: readonly NetworkSubnet[];
  readonly endpoints: readonly ExistingEndpoint[];
  /** The data source of the VPC. */
  readonly vpc: DataAwsVpc;
  /** Ids of the route tables of the subnets for tasks, by the name of the subnet. */
  readonly #routeTableIds = new Map<string, string>();

  /** Looks up a VPC with its subnets, their route tables, and its endpoints. */
  static lookUp(scope: Construct, id: string, props: ExistingNetworkProps): ExistingNetwork {
    return new ExistingNetwork(scope, id, props);
  }

  private constructor(scope: Construct, id: string, props: ExistingNetworkProps) {
    super(scope, id);
    throwMalformed(this, props, EXISTING_NETWORK);
    useProvider(this, props);
    this.name = props.name ?? defaultName(this);
    this.region = props.region;
    this.vpc = new DataAwsVpc(this, "vpc", { ...props.vpc, ...postconditions(dnsIsOn(this.name)) });
    this.vpcId = this.vpc.id;
    this.cidrBlock = this.vpc.cidrBlock;
    if (props.domainNameServers !== undefined) this.domainNameServers = props.domainNameServers;
    if (props.networkAcls !== undefined) this.networkAcls = props.networkAcls;
    if (props.wayOut !== undefined) this.wayOut = props.wayOut;
    this.subnets = props.subnets.map((subnet) => this.#lookUpSubnet(subnet));
    this.endpoints = (props.endpoints ?? []).map((endpoint) => this.#lookUpEndpoint(endpoint));
  }

  #lookUpSubnet({ name, tier, availabilityZone, cidrBlock, wayOut, ...found }: LookedUpSubnet): NetworkSubnet {
    const what = `the subnet "${name}"`;
    const assertions = [
      isInVpc(what, this.vpcId),
      isAsSaid(what, "availability_zone", availabilityZone),
      ...(cidrBlock === undefined ? [] : [isAsSaid(what, "cidr_block", cidrBlock)]),
    ];
    const subnet = new DataAwsSubnet(this, `subnet-${name}`, { ...found, ...postconditions(assertions) });
    const { routeTableId } = new DataAwsRouteTable(this, `route-table-${name}`, { subnetId: subnet.id });
    if (hostsTasks(tier)) this.#routeTableIds.set(name, routeTableId);
    return {
      name,
      id: subnet.id,
      tier,
      availabilityZone,
      cidrBlock: cidrBlock ?? subnet.cidrBlock,
      routeTableId,
      ...(wayOut === undefined ? {} : { wayOut }),
    };
  }

  #lookUpEndpoint({ service, type = defaultEndpointType(service), ...given }: LookedUpEndpoint): ExistingEndpoint {
    const inVpc = isInVpc(`the endpoint for "${service}"`, this.vpcId);
    const found = new DataAwsVpcEndpoint(this, `endpoint-${service.replaceAll(".", "-")}-${type.toLowerCase()}`, {
      ...(given.id === undefined
        ? { vpcId: this.vpcId, serviceName: serviceName(service, this.region, type) }
        : { id: given.id }),
      filter: [{ name: "vpc-endpoint-type", values: [type] }],
      ...postconditions([inVpc, ...this.#assertions(service, type)]),
    });
    const policy = given.policy === undefined ? {} : { policy: given.policy };
    if (type === "Gateway") return { type, service, prefixListId: found.prefixListId, ...policy };
    const named = new Set(given.subnets);
    return {
      type,
      service,
      // A network interface has all groups of its endpoint, so that a rule for one of them is enough.
      securityGroupIds: [Fn.element(found.securityGroupIds, 0)],
      ...(given.subnets === undefined
        ? {}
        : { subnetIds: this.subnets.filter(({ name }) => named.has(name)).map(({ id }) => id) }),
      ...(given.admits === undefined ? {} : { admits: given.admits }),
      ...policy,
    };
  }

  #assertions(service: EndpointServiceName, type: EndpointType): readonly PlanAssertion[] {
    if (type === "Interface") return answersForService(service);
    return Array.from(this.#routeTableIds, ([subnet, tableId]) => leadsToGateway(service, subnet, tableId));
  }
}
