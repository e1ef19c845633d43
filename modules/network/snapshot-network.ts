import type { SubnetTier } from "../addressing/subnet-spec";
import { shortName } from "../aws/endpoint-services/service-name";
import type { WayOut } from "../aws/way-out";
import { ConfigurationError } from "../issues/configuration-error";
import { type Issue, issue } from "../issues/issue";
import type { NetworkSnapshot, SnapshotRoute, SnapshotSubnet } from "../snapshot/network-snapshot";
import { nearest } from "../text/nearest";
import type { ExistingEndpoint, Network, NetworkSubnet } from "./network";

/** What a snapshot does not tell. */
export interface ExistingNetworkOptions {
  /** Name of the network, from which the names of what is created in it are made. @default - the tag `Name` of the VPC, or its id */
  readonly name?: string;
  /** Names or ids of the subnets to use. @default - all that have IPv4 */
  readonly subnets?: readonly string[];
  /** What a subnet is for, by its name or id. @default - `"public"` where it leads to an internet gateway, else `"shared"` */
  readonly tiers?: Readonly<Record<string, SubnetTier>>;
}

/**
 * A VPC that exists, as `private-fargate snapshot` has read it. Services and endpoints are put into it as into any network, and
 * the proof knows all of the snapshot.
 *
 * @example
 * const network = existingNetwork(readNetworkSnapshot(JSON.parse(readFileSync("network.json", "utf8"))));
 * new FargateService(stack, "service", { network, task });
 * @throws {ConfigurationError} for a subnet that is not in it
 */
export function existingNetwork(snapshot: NetworkSnapshot, options: ExistingNetworkOptions = {}): Network {
  const { vpc, region } = snapshot;
  const names = namesOf(snapshot.subnets);
  const problems = [...checkNames(snapshot, names, options)];
  if (problems.length > 0) throw new ConfigurationError(vpc.id, problems);
  const chosen = snapshot.subnets.filter(({ id, cidrBlock }) => {
    const name = names.get(id) ?? id;
    return options.subnets === undefined
      ? cidrBlock !== undefined
      : options.subnets.some((each) => each === id || each === name);
  });
  const endpoints = existingEndpoints(snapshot);
  return {
    name: options.name ?? validName(vpc.name) ?? vpc.id,
    region,
    vpcId: vpc.id,
    cidrBlock: vpc.cidrBlocks[0] ?? "",
    dns: { support: vpc.enableDnsSupport, hostnames: vpc.enableDnsHostnames },
    subnets: chosen.map((subnet) => networkSubnet(subnet, names.get(subnet.id) ?? subnet.id, snapshot, options)),
    ...(endpoints.length === 0 ? {} : { endpoints }),
    snapshot,
  };
}

function* checkNames(
  { subnets, vpc }: NetworkSnapshot,
  names: ReadonlyMap<string, string>,
  { subnets: chosen = [], tiers = {} }: ExistingNetworkOptions,
): Generator<Issue> {
  const known = subnets.flatMap(({ id }) => [names.get(id) ?? id, id]);
  for (const [path, given] of [
    ["subnets", chosen],
    ["tiers", Object.keys(tiers)],
  ] as const) {
    for (const name of given) {
      if (known.includes(name)) continue;
      const meant = nearest(name, known);
      yield issue("existing-subnet-unknown", {
        path,
        problem: `the snapshot of ${vpc.id} has no subnet "${name}"`,
        fix:
          meant === undefined ? `write one of ${[...new Set(names.values())].join(", ")}` : `did you mean "${meant}"?`,
      });
    }
  }
}

function networkSubnet(
  subnet: SnapshotSubnet,
  name: string,
  snapshot: NetworkSnapshot,
  { tiers = {} }: ExistingNetworkOptions,
): NetworkSubnet {
  const { id, availabilityZone, cidrBlock = "", ipv6CidrBlock, routeTableId } = subnet;
  const wayOut = wayOutOf(subnet, snapshot);
  const tier = tiers[name] ?? tiers[id] ?? (wayOut === "internet-gateway" ? "public" : "shared");
  return {
    name,
    id,
    tier,
    availabilityZone,
    cidrBlock,
    ...(ipv6CidrBlock === undefined ? {} : { ipv6CidrBlock }),
    routeTableId,
    ...(wayOut === undefined || tier === "public" ? {} : { wayOut }),
  };
}

/** Where the default route of a subnet leads. */
function wayOutOf({ routeTableId }: SnapshotSubnet, { routeTables }: NetworkSnapshot): WayOut | undefined {
  const isDefault = ({ destination }: SnapshotRoute) => destination === "0.0.0.0/0";
  const target = routeTables.find(({ id }) => id === routeTableId)?.routes.find(isDefault)?.target;
  if (target === undefined) return undefined;
  if (target.startsWith("igw-")) return "internet-gateway";
  return target.startsWith("nat-") ? "nat-gateway" : { name: target };
}

/** The endpoints that take calls by the names of their services. One without private DNS is no reason to make none. */
function existingEndpoints({ endpoints, prefixLists }: NetworkSnapshot): readonly ExistingEndpoint[] {
  return endpoints.flatMap((endpoint): ExistingEndpoint[] => {
    const service = shortName(endpoint.serviceName);
    if (service === undefined || endpoint.state.toLowerCase() !== "available") return [];
    const prefixListId = prefixLists.find(({ name }) => name === endpoint.serviceName)?.id;
    if (endpoint.type === "Gateway")
      return prefixListId === undefined ? [] : [{ type: "Gateway", service, prefixListId }];
    if (endpoint.type !== "Interface" || endpoint.privateDnsEnabled !== true) return [];
    const { securityGroupIds = [], serviceRegion } = endpoint;
    return [
      { type: "Interface", service, securityGroupIds, ...(serviceRegion === undefined ? {} : { serviceRegion }) },
    ];
  });
}

/** Names of subnets by their ids: the tag where no other subnet has it. */
function namesOf(subnets: readonly SnapshotSubnet[]): ReadonlyMap<string, string> {
  const names = subnets.map(({ name }) => validName(name));
  return new Map(
    subnets.map(({ id }, index) => {
      const name = names[index];
      return [id, name === undefined || names.indexOf(name) !== names.lastIndexOf(name) ? id : name];
    }),
  );
}

/** A name as construct ids have it. */
function validName(name: string | undefined): string | undefined {
  const valid = name?.replaceAll(/[^\w-]+/g, "-").replaceAll(/^-+|-+$/g, "");
  return valid === "" ? undefined : valid;
}
