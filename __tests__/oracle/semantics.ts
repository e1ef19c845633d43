import { block, has, type Span, samples, without } from "./address-sets";
import type { RandomEndpoint, RandomNetwork, RandomRoute, RandomRule, RandomSubnet, Service } from "./network";
import type { World } from "./worlds";

/**
 * Whether packets arrive, address by address and port by port, as the Amazon VPC User Guide ("Route priority", "Network ACLs",
 * "Security group rules", "NAT gateways", "Internet gateways") and the AWS PrivateLink Guide ("Gateway endpoints", "Access an AWS
 * service") say. It shares nothing with the proof.
 */
export type Outcome = "always" | "never" | "sometimes";

const HTTPS = 443;
const PORTS: Span = { first: 1024, last: 65535 };
/** The ports that a Linux client takes. */
const OWN_PORTS: Span = { first: 32768, last: 60999 };

/** Addresses that a service can have: those of the internet. */
const PUBLIC = without({ first: 0, last: 2 ** 32 - 1 }, [
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"].map(block),
  ...["192.0.0.0/24", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24"].map(block),
  ...["203.0.113.0/24", "224.0.0.0/3"].map(block),
]);

/** A client's address and port. */
interface Client {
  readonly subnet: RandomSubnet;
  readonly address: number;
  readonly port: number;
}

/** Whether a call arrives and its answer comes back, from one subnet of the task. */
export function outcomeFrom(world: World, subnet: RandomSubnet, service: Service): Outcome {
  const { network } = world;
  if (!world.value(network.dnsSupport)) return "never";
  const clients = clientsIn(world, subnet);
  const answering = network.endpoints.filter(
    (endpoint) => endpoint.service === service && endpoint.type === "Interface" && world.value(endpoint.privateDns),
  );
  const [endpoint] = answering;
  if (endpoint === undefined) return judge(clients, PORTS_OF, (client) => publicOutcomes(world, client, service));
  if (!world.value(network.dnsHostnames)) return "never";
  const hosts = world.value(endpoint.subnets).map((name) => subnetOf(network, name));
  if (hosts.length === 0 || world.value(endpoint.policy) === "nothing") return "never";
  const outcomes = hosts.map((host) =>
    judge(clients, PORTS_OF, (client) =>
      samples([block(host.cidr)], bordersOf(world)).map((address) => meetsInterface(world, client, host, address)),
    ),
  );
  return outcomes.includes("never") ? "never" : outcomes.every((each) => each === "always") ? "always" : "sometimes";
}

const PORTS_OF = ({ port }: Client) => has(OWN_PORTS, port);

/** Always with every client and address; never with none of those that a Linux client takes. */
function judge(
  clients: readonly Client[],
  isUsual: (client: Client) => boolean,
  arrives: (client: Client) => readonly boolean[],
): Outcome {
  const results = clients.map((client) => ({ isOwn: isUsual(client), arrived: arrives(client) }));
  if (results.every(({ arrived }) => arrived.every(Boolean))) return "always";
  return results.some(({ isOwn, arrived }) => isOwn && arrived.some(Boolean)) ? "sometimes" : "never";
}

function clientsIn(world: World, subnet: RandomSubnet): readonly Client[] {
  const entries = world.network.acls.flatMap((acl) => acl.entries);
  const ports = samples(
    [PORTS, OWN_PORTS],
    entries.map(({ from, to }) => ({ first: from, last: to })),
  );
  const addresses = samples([block(subnet.cidr)], bordersOf(world));
  return addresses.flatMap((address) => ports.map((port) => ({ subnet, address, port })));
}

/** Every block that anything in the network is about. */
function bordersOf(world: World): readonly Span[] {
  return world.once("borders", () => {
    const { network } = world;
    const texts = [
      ...network.rules.flatMap(({ peer }) =>
        typeof peer === "object" && !("unknown" in peer) ? [] : [world.value(peer)],
      ),
      ...network.acls.flatMap(({ entries }) => entries.map(({ cidr }) => world.value(cidr))),
      ...network.tables.flatMap(({ routes }) => routes.flatMap((route) => blocksOf(world, route))),
    ];
    return texts.flatMap((text) => (typeof text === "string" ? [block(text)] : []));
  });
}

function meetsInterface(world: World, client: Client, host: RandomSubnet, address: number): boolean {
  const { subnet, port } = client;
  if (!groupAdmits(world, "task", "egress", (rule) => isPeer(world, rule, address, "endpoint", false))) return false;
  if (!groupAdmits(world, "endpoint", "ingress", (rule) => isPeer(world, rule, client.address, "task", false)))
    return false;
  // What stays in a subnet meets neither a route table nor a network ACL.
  if (subnet.name === host.name) return true;
  return (
    passes(world, subnet, "egress", HTTPS, address) &&
    passes(world, host, "ingress", HTTPS, client.address) &&
    passes(world, host, "egress", port, client.address) &&
    passes(world, subnet, "ingress", port, address) &&
    staysLocal(world, subnet, address) &&
    staysLocal(world, host, client.address)
  );
}

const WITHIN: ReadonlySet<string> = new Set(["interface", "firewall"]);

/** Whether a route table leaves an address of the VPC to the local route. AWS refuses other targets within a VPC. */
function staysLocal(world: World, subnet: RandomSubnet, address: number): boolean {
  const local = block("10.0.0.0/16");
  const within = routesOf(world, subnet).filter(({ target }) => typeof target === "object" || WITHIN.has(target));
  const taking = within.some((route) =>
    blocksOf(world, route).some((text) => has(block(text), address) && block(text).length >= local.length),
  );
  return !taking || world.boxPasses;
}

/** What happens to a call to each address that the service may have. */
function publicOutcomes(world: World, client: Client, service: Service): readonly boolean[] {
  return samples(PUBLIC, bordersOf(world)).flatMap((address) =>
    // An entry of a prefix list may be as large as a /8, or one address.
    [8, 32].map((entry) => meetsPublic(world, client, service, address, entry)),
  );
}

function meetsPublic(world: World, client: Client, service: Service, address: number, entry: number): boolean {
  const { subnet, port } = client;
  const isListed = service === "s3";
  if (!groupAdmits(world, "task", "egress", (rule) => isPeer(world, rule, address, undefined, isListed))) return false;
  if (!passes(world, subnet, "egress", HTTPS, address) || !passes(world, subnet, "ingress", port, address))
    return false;
  const way = leads(world, subnet, address, isListed ? entry : undefined);
  if (way === undefined) return false;
  if (way === "refused") return false;
  if ("service" in way) return world.value(way.policy) !== "nothing" && world.value(world.network.dnsHostnames);
  const { target } = way;
  if (target === "peer") return false;
  if (target === "internet-gateway") return world.value(world.network.publicIp) && world.network.hasInternetGateway;
  if (typeof target === "string") return world.boxPasses;
  return overNat(world, client, target.nat, address, isListed ? entry : undefined);
}

function overNat(world: World, client: Client, name: string, address: number, entry: number | undefined): boolean {
  const nat = world.network.nats.find((each) => each.name === name);
  if (nat === undefined || !world.value(nat.isPublic)) return false;
  const home = subnetOf(world.network, nat.subnet);
  const beyond = leads(world, home, address, entry, false);
  if (beyond === undefined || beyond === "refused" || "service" in beyond) return false;
  if (beyond.target !== "internet-gateway") {
    const isBox = typeof beyond.target === "string" && beyond.target !== "peer";
    if (!isBox || !world.boxPasses) return false;
  } else if (!world.network.hasInternetGateway) return false;
  const isOutside =
    passes(world, home, "egress", HTTPS, address) && passes(world, home, "ingress", client.port, address);
  if (home.name === client.subnet.name) return isOutside;
  return (
    isOutside &&
    passes(world, home, "ingress", HTTPS, client.address) &&
    passes(world, home, "egress", client.port, client.address) &&
    staysLocal(world, home, client.address)
  );
}

/** The longest match counts; a block counts before the entry of a list that is as long. */
function leads(
  world: World,
  subnet: RandomSubnet,
  address: number,
  entry: number | undefined,
  withGateway = true,
): RandomRoute | RandomEndpoint | "refused" | undefined {
  const routes = routesOf(world, subnet);
  const found = routes.flatMap((route) =>
    blocksOf(world, route).flatMap((text) =>
      has(block(text), address) ? [{ route, length: block(text).length }] : [],
    ),
  );
  const [best] = found.sort((a, b) => b.length - a.length);
  if (entry === undefined) return best?.route;
  const list = routes.find(({ to }) => typeof to === "object" && "list" in to);
  const gateway = withGateway
    ? world.network.endpoints.find(
        (each) =>
          each.type === "Gateway" && world.value(each.tables).some((table) => table === (subnet.table ?? "main")),
      )
    : undefined;
  if (gateway !== undefined && list !== undefined) return "refused";
  const listed = gateway ?? list;
  return listed === undefined || (best !== undefined && best.length >= entry) ? best?.route : listed;
}

function routesOf(world: World, subnet: RandomSubnet): readonly RandomRoute[] {
  return world.network.tables.find(({ name }) => name === subnet.table)?.routes ?? [];
}

function blocksOf(world: World, { to }: RandomRoute): readonly string[] {
  if (typeof to === "object" && "own" in to) return to.own;
  return typeof to === "object" && "list" in to ? [] : [world.value(to)];
}

/** Entries by number; the first that matches counts, and without one nothing passes. */
function passes(world: World, subnet: RandomSubnet, direction: "ingress" | "egress", port: number, address: number) {
  const acl = world.network.acls.find(({ name }) => name === subnet.acl);
  if (acl === undefined) return true;
  const matching = acl.entries
    .filter((entry) => entry.direction === direction && has(block(world.value(entry.cidr)), address))
    .filter(({ protocol, from, to }) => protocol === "-1" || (protocol === "tcp" && from <= port && port <= to));
  const [first] = matching.sort((a, b) => a.number - b.number);
  return first !== undefined && world.value(first.allows);
}

function groupAdmits(
  world: World,
  group: RandomRule["group"],
  direction: RandomRule["direction"],
  isAbout: (rule: RandomRule) => boolean,
): boolean {
  return world.network.rules.some((rule) => {
    if (rule.group !== group || rule.direction !== direction || !isAbout(rule)) return false;
    const protocol = world.value(rule.protocol);
    return (
      protocol === "-1" || (protocol === "tcp" && world.value(rule.from) <= HTTPS && HTTPS <= world.value(rule.to))
    );
  });
}

function isPeer(world: World, { peer }: RandomRule, address: number, group: string | undefined, isListed: boolean) {
  if (typeof peer === "object" && "group" in peer) return peer.group === group;
  if (typeof peer === "object" && "list" in peer) return isListed;
  return has(block(world.value(peer)), address);
}

function subnetOf(network: RandomNetwork, name: string): RandomSubnet {
  const subnet = network.subnets.find((each) => each.name === name);
  if (subnet === undefined) throw new Error(`there is no subnet ${name}`);
  return subnet;
}
