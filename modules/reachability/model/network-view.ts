import { subnetElsewhere, vpcElsewhere } from "./elsewhere";
import { allKnown, type Fact, known, knownValue, unknown } from "./fact";
import { FileSystemsView } from "./file-systems-view";
import { Grouped, type Members, type OpenSet } from "./grouped";
import { type Identity, sameIdentity } from "./identity";
import type {
  Endpoint,
  EndpointAssociation,
  NatGateway,
  NetworkAcl,
  NetworkAclRule,
  NetworkModel,
  PrefixList,
  RouteTable,
  Subnet,
  SubnetAssociation,
  Vpc,
} from "./network-model";
import { RegionsView } from "./regions-view";
import type { Route } from "./route";
import type { SecurityGroupModel, SecurityGroupRuleModel } from "./security-group";
import { VpcConnectionsView } from "./vpc-connections-view";

/** The network model with the questions that the checks ask. */
export class NetworkView {
  readonly model: NetworkModel;
  readonly fileSystems: FileSystemsView;
  readonly connections: VpcConnectionsView;
  readonly regions: RegionsView;
  readonly #vpcs: ReadonlyMap<string, Vpc>;
  readonly #subnets: ReadonlyMap<string, Subnet>;
  readonly #routeTables: ReadonlyMap<string, RouteTable>;
  readonly #groups: ReadonlyMap<string, SecurityGroupModel>;
  readonly #acls: ReadonlyMap<string, NetworkAcl>;
  readonly #prefixLists: ReadonlyMap<string, PrefixList>;
  readonly #natGateways: ReadonlyMap<string, NatGateway>;
  readonly #looseRules: Grouped<NetworkModel["looseRules"][number]>;
  readonly #looseRoutes: Grouped<NetworkModel["looseRoutes"][number]>;
  readonly #looseAclRules: Grouped<NetworkModel["looseNetworkAclRules"][number]>;
  readonly #tableAssociations: Grouped<SubnetAssociation>;
  readonly #aclAssociations: Grouped<SubnetAssociation>;
  readonly #endpointRouteTables: Grouped<EndpointAssociation>;
  readonly #endpointSubnets: Grouped<EndpointAssociation>;
  readonly #endpointGroups: Grouped<EndpointAssociation>;
  readonly #endpoints: Grouped<Endpoint>;
  readonly #subnetsOfVpcs: Grouped<Subnet>;

  constructor(model: NetworkModel) {
    this.model = model;
    this.fileSystems = new FileSystemsView(model);
    this.connections = new VpcConnectionsView(model);
    this.regions = new RegionsView(model);
    this.#vpcs = byId(model.vpcs);
    this.#subnets = byId(model.subnets);
    this.#routeTables = byId(model.routeTables);
    this.#groups = byId(model.securityGroups);
    this.#acls = byId(model.networkAcls);
    this.#prefixLists = byId(model.prefixLists);
    this.#natGateways = byId(model.natGateways);
    this.#looseRules = new Grouped(model.looseRules, ({ group }) => group);
    this.#looseRoutes = new Grouped(model.looseRoutes, ({ table }) => table);
    this.#looseAclRules = new Grouped(model.looseNetworkAclRules, ({ acl }) => acl);
    this.#tableAssociations = new Grouped(model.routeTableAssociations, ({ subnet }) => subnet);
    this.#aclAssociations = new Grouped(model.networkAclAssociations, ({ subnet }) => subnet);
    this.#endpointRouteTables = new Grouped(model.endpointRouteTables, ({ endpoint }) => endpoint);
    this.#endpointSubnets = new Grouped(model.endpointSubnets, ({ endpoint }) => endpoint);
    this.#endpointGroups = new Grouped(model.endpointSecurityGroups, ({ endpoint }) => endpoint);
    this.#endpoints = new Grouped(model.endpoints, ({ vpc }) => vpc);
    this.#subnetsOfVpcs = new Grouped(model.subnets, ({ vpc }) => vpc);
  }

  /** A VPC; one that is elsewhere has nothing but unknown facts. */
  vpc(id: Identity): Vpc {
    return this.#vpcs.get(id.text) ?? vpcElsewhere(id);
  }

  /** A subnet; one that is elsewhere has nothing but unknown facts. */
  subnet(id: Identity): Subnet {
    return this.#subnets.get(id.text) ?? subnetElsewhere(id);
  }

  /** A security group, where it is in the Terraform at hand. */
  securityGroup(id: Identity): SecurityGroupModel | undefined {
    return this.#groups.get(id.text);
  }

  /** A route table, where it is in the Terraform at hand. */
  routeTable(id: Identity): RouteTable | undefined {
    return this.#routeTables.get(id.text);
  }

  /** A prefix list, where it is in the Terraform at hand. */
  prefixList(id: Identity): PrefixList | undefined {
    return this.#prefixLists.get(id.text);
  }

  /** A NAT gateway, where it is in the Terraform at hand. */
  natGateway(id: Identity): NatGateway | undefined {
    return this.#natGateways.get(id.text);
  }

  /** The endpoints of a VPC. */
  endpointsIn(vpc: Identity): OpenSet<Endpoint> {
    const { items, possible } = this.#endpoints.of(vpc);
    const others = this.elsewhere(vpc);
    return { items, possible, ...(others === undefined ? {} : { others }) };
  }

  /** The subnets of a VPC that are known. */
  subnetsIn(vpc: Identity): Members<Subnet> {
    return this.#subnetsOfVpcs.of(vpc);
  }

  /** Why there may be more in a VPC than the Terraform at hand tells. */
  elsewhere(vpc: Identity): string | undefined {
    const { complete, address } = this.vpc(vpc);
    if (!complete) return `the VPC ${address} is not created here`;
    const [module] = this.model.opaqueModules;
    return module === undefined ? undefined : `the inside of ${module} is not known`;
  }

  /** The rules of a security group in one direction. */
  rulesOf(group: Identity, direction: SecurityGroupRuleModel["direction"]): OpenSet<SecurityGroupRuleModel> {
    const found = this.securityGroup(group);
    const loose = this.#looseRules.of(group);
    const [module] = this.model.opaqueModules;
    const others =
      found === undefined
        ? `the security group ${group.text} is elsewhere`
        : found.complete
          ? module === undefined
            ? undefined
            : `the inside of ${module} is not known`
          : `the rules of ${found.address} are known only when Terraform runs`;
    const inDirection = (rule: SecurityGroupRuleModel) => rule.direction === direction;
    return {
      items: [...(found?.rules ?? []), ...loose.items].filter(inDirection),
      possible: loose.possible.filter(inDirection),
      ...(others === undefined ? {} : { others }),
    };
  }

  /** The routes of a route table. */
  routesOf(table: Identity): OpenSet<Route> {
    const found = this.routeTable(table);
    const loose = this.#looseRoutes.of(table);
    const others =
      found === undefined
        ? `the route table ${table.text} is elsewhere`
        : found.complete
          ? undefined
          : `the routes of ${found.address} are known only when Terraform runs`;
    return {
      items: [...(found?.routes ?? []), ...loose.items],
      possible: loose.possible,
      ...(others === undefined ? {} : { others }),
    };
  }

  /** The route table that counts for a subnet: the one that it is associated with, else the main one of its VPC. */
  effectiveRouteTable(subnet: Subnet): Fact<Identity> {
    const vpc = knownValue(subnet.vpc);
    const main =
      vpc === undefined ? unknown(`the VPC of ${subnet.address} is not known`) : this.vpc(vpc).mainRouteTable;
    return this.#associated(this.#tableAssociations, subnet, main, "route table");
  }

  /** The network ACL of a subnet. */
  networkAclOf(subnet: Subnet): Fact<Identity> {
    const vpc = knownValue(subnet.vpc);
    const byDefault =
      vpc === undefined ? unknown(`the VPC of ${subnet.address} is not known`) : this.vpc(vpc).defaultNetworkAcl;
    return this.#associated(this.#aclAssociations, subnet, byDefault, "network ACL");
  }

  /** The rules of a network ACL. */
  aclRulesOf(acl: Identity): OpenSet<NetworkAclRule> & { readonly address: string } {
    const found = this.#acls.get(acl.text);
    const loose = this.#looseAclRules.of(acl);
    const others =
      found === undefined
        ? `the network ACL ${acl.text} is elsewhere`
        : found.complete
          ? undefined
          : `the rules of ${found.address} are known only when Terraform runs`;
    return {
      address: found?.address ?? acl.text,
      items: [...(found?.rules ?? []), ...loose.items],
      possible: loose.possible,
      ...(others === undefined ? {} : { others }),
    };
  }

  /** The route tables that a gateway endpoint is associated with, in either way. */
  routeTablesOf(endpoint: Endpoint): Fact<readonly Identity[]> {
    return withAssociations(endpoint.routeTables, this.#endpointRouteTables.of(endpoint.id));
  }

  /** The subnets that an interface endpoint is in. */
  subnetsOf(endpoint: Pick<Endpoint, "id" | "subnets">): Fact<readonly Identity[]> {
    return withAssociations(endpoint.subnets, this.#endpointSubnets.of(endpoint.id));
  }

  /** The security groups of an interface endpoint. Where it is given none it has that of the VPC, unless one replaces it. */
  securityGroupsOf(endpoint: Pick<Endpoint, "id" | "securityGroups" | "vpc">): Fact<readonly Identity[]> {
    const { id, vpc, securityGroups } = endpoint;
    const added = this.#endpointGroups.of(id);
    const all = withAssociations(securityGroups, added);
    const replacing = allKnown(added.items.map(({ replacesDefault }) => replacesDefault));
    if (!all.known || !securityGroups.known || !replacing.known) return replacing.known ? all : replacing;
    const isReplaced = replacing.value.includes(true);
    if (!isReplaced && securityGroups.value.length > 0) return all;
    if (!vpc.known) return vpc;
    const byDefault = this.vpc(vpc.value).defaultSecurityGroup;
    const others = all.value.filter((group) => sameIdentity(group, byDefault) !== "yes");
    return known(isReplaced ? others : [...others, byDefault]);
  }

  #associated(
    associations: Grouped<SubnetAssociation>,
    subnet: Subnet,
    byDefault: Fact<Identity>,
    what: string,
  ): Fact<Identity> {
    const { items, possible } = associations.of(subnet.id);
    const [first] = items;
    if (first !== undefined) return first.target;
    if (possible[0] !== undefined)
      return unknown(`whether ${possible[0].address} is about ${subnet.address} is not known`);
    if (!subnet.complete) return unknown(`the ${what} of ${subnet.address}, which is not created here, is not known`);
    return byDefault;
  }
}

function withAssociations(
  own: Fact<readonly Identity[]>,
  { items, possible }: Members<EndpointAssociation>,
): Fact<readonly Identity[]> {
  const [vague] = possible;
  if (vague === undefined && items.length === 0) return own;
  if (vague !== undefined) return unknown(`whether ${vague.address} is about it is not known`);
  const added = allKnown(items.map(({ target }) => target));
  if (!own.known || !added.known) return own.known ? added : own;
  return known([...own.value, ...added.value]);
}

function byId<T extends { readonly id: Identity }>(things: readonly T[]): ReadonlyMap<string, T> {
  return new Map(things.map((thing) => [thing.id.text, thing]));
}
