import type {
  Maybe,
  RandomEndpoint,
  RandomEntry,
  RandomNat,
  RandomNetwork,
  RandomRoute,
  RandomRule,
  RandomSubnet,
  RandomTable,
  Service,
} from "./network";

/** Numbers that look random and are the same for the same seed. */
export class Dice {
  #state: number;
  #names = 0;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to, and without, 1. Algorithm: mulberry32. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  oneOf<const T>(values: readonly [T, ...T[]]): T {
    return values[Math.floor(this.next() * values.length)] ?? values[0];
  }

  /** A value, or seldom one that only an apply knows. */
  maybe<T>(value: T, of: readonly T[], probability = 0.03): Maybe<T> {
    if (this.#names >= 2 || !this.chance(probability)) return value;
    return { unknown: `v${this.#names++}`, of };
  }
}

const EVERYWHERE = "0.0.0.0/0";
const VPC = "10.0.0.0/16";
const BLOCKS = [EVERYWHERE, VPC, "10.0.1.0/24", "10.0.11.0/24", "52.0.0.0/8", "192.168.0.0/16", "0.0.0.0/1"] as const;

/** Different blocks for routes: to the internet, within the VPC, private, and of nobody's service. */
const ODD_BLOCKS = ["52.0.0.0/8", "54.231.0.0/16", "192.168.0.0/16", "203.0.113.0/24", "172.16.0.0/12"] as const;
const WITHIN = ["10.0.1.0/24", "10.0.2.0/24", "10.0.11.0/24", "10.0.12.0/24", VPC] as const;

/** What a destination that is not known may be. */
const ANYWHERE = ["52.0.0.0/8", "172.16.0.0/12", "10.0.1.0/24", "10.0.11.0/24"] as const;

/** A network of any kind, most of which work for most calls. */
export function randomNetwork(seed: number): RandomNetwork {
  const dice = new Dice(seed);
  const layout = dice.oneOf(["shared", "dedicated", "dedicated", "none"]);
  const zones = dice.oneOf([["a"], ["a", "b"]] as const);
  const hasAcls = dice.chance(0.35);
  const acl = (name: string) => (hasAcls && dice.chance(0.4) ? { acl: name } : {});
  const table = (name: string) => (dice.chance(0.9) ? { table: name } : {});
  const subnets: RandomSubnet[] = zones.flatMap((zone, index) => [
    {
      name: `app_${zone}`,
      cidr: `10.0.${1 + index}.0/24`,
      zone,
      ...table(dice.chance(0.8) ? "app" : "other"),
      ...acl("one"),
    },
    ...(layout === "dedicated"
      ? [
          {
            name: `endpoint_${zone}`,
            cidr: `10.0.${11 + index}.0/24`,
            zone,
            ...(dice.chance(0.5) ? table("endpoint") : {}),
            ...acl("two"),
          },
        ]
      : []),
    { name: `public_${zone}`, cidr: `10.0.${21 + index}.0/24`, zone, ...table("public"), ...acl("two") },
  ]);
  const hasInternetGateway = dice.chance(0.6);
  const nats: RandomNat[] = zones
    .filter(() => dice.chance(hasInternetGateway ? 0.6 : 0.1))
    .map((zone) => ({
      name: `nat_${zone}`,
      subnet: dice.chance(0.9) ? `public_${zone}` : `app_${zone}`,
      isPublic: dice.maybe(!dice.chance(0.08), [true, false]),
    }));
  const tables = ["app", "other", "endpoint", "public"].map((name) =>
    randomTable(dice, name, nats, hasInternetGateway),
  );
  const endpointSubnets = subnets.filter(({ name }) => name.startsWith(layout === "dedicated" ? "endpoint" : "app"));
  return {
    dnsSupport: !dice.chance(0.02),
    dnsHostnames: dice.maybe(!dice.chance(0.04), [true, false]),
    hasInternetGateway,
    publicIp: dice.maybe(dice.chance(0.2), [true, false]),
    taskSubnets: subnets.filter(({ name }) => name.startsWith("app")).map(({ name }) => name),
    subnets,
    tables,
    acls: ["one", "two"].map((name) => ({ name, entries: randomEntries(dice) })),
    nats,
    endpoints: randomEndpoints(dice, layout === "none", endpointSubnets, subnets),
    rules: randomRules(dice),
  };
}

function randomTable(dice: Dice, name: string, nats: readonly RandomNat[], hasGateway: boolean): RandomTable {
  const [nat] = nats;
  const others = ["peer", "transit-gateway", "interface"] as const;
  const usual = (): RandomRoute["target"] => {
    if (dice.chance(0.05)) return dice.oneOf(others);
    if (name === "public" && hasGateway) return "internet-gateway";
    const own = nats.length > 1 && dice.chance(0.5) ? nats[1] : nat;
    return own !== undefined && dice.chance(0.85) ? { nat: own.name } : hasGateway ? "internet-gateway" : "peer";
  };
  const routes: RandomRoute[] = [];
  const hasDefault = name === "public" ? hasGateway && dice.chance(0.95) : dice.chance(name === "endpoint" ? 0.2 : 0.5);
  if (hasDefault && dice.chance(0.2)) {
    const same = usual();
    const other = dice.chance(0.7) ? same : usual();
    routes.push({ to: "0.0.0.0/1", target: same }, { to: "128.0.0.0/1", target: other });
  } else if (hasDefault) {
    routes.push({ to: dice.maybe(EVERYWHERE, [EVERYWHERE, ...ANYWHERE], 0.02), target: usual() });
  }
  if (dice.chance(0.15)) {
    routes.push({
      to: dice.maybe(dice.oneOf(ODD_BLOCKS), ANYWHERE, 0.2),
      target: dice.chance(0.5) ? usual() : dice.oneOf(others),
    });
  }
  if (dice.chance(0.05)) routes.push({ to: { own: [dice.oneOf(ODD_BLOCKS), "172.31.0.0/16"] }, target: usual() });
  if (dice.chance(0.03)) routes.push({ to: { list: "s3" }, target: usual() });
  if (dice.chance(0.06)) {
    const target = nat !== undefined && dice.chance(0.5) ? { nat: nat.name } : dice.oneOf(["interface", "firewall"]);
    routes.push({ to: dice.oneOf(WITHIN), target });
  }
  const seen = new Set<string>();
  return { name, routes: routes.filter(({ to }) => !seen.has(JSON.stringify(to)) && seen.add(JSON.stringify(to))) };
}

function randomEntries(dice: Dice): RandomEntry[] {
  const entries = (["ingress", "egress"] as const).flatMap((direction): RandomEntry[] => {
    const all = { direction, allows: true, protocol: "tcp", cidr: EVERYWHERE } as const;
    const usual: RandomEntry[] = dice.chance(0.5)
      ? [{ ...all, number: 100, protocol: "-1", from: 0, to: 0 }]
      : [
          { ...all, number: 100, from: 443, to: 443, cidr: dice.chance(0.8) ? EVERYWHERE : dice.oneOf(BLOCKS) },
          {
            ...all,
            number: 110,
            from: dice.oneOf([1024, 1024, 32768]),
            to: 65535,
            cidr: dice.maybe<string>(EVERYWHERE, BLOCKS),
          },
        ];
    const odd: RandomEntry[] = dice.chance(0.25)
      ? [
          {
            direction,
            number: dice.oneOf([50, 105, 200]),
            allows: dice.maybe(dice.chance(0.3), [true, false], 0.2),
            protocol: dice.oneOf(["tcp", "-1", "udp"]),
            from: dice.oneOf([443, 0, 1024]),
            to: dice.oneOf([443, 65535]),
            cidr: dice.maybe<string>(dice.oneOf(BLOCKS), BLOCKS, 0.1),
          },
        ]
      : [];
    return [...usual, ...odd];
  });
  return entries.map((entry) => ({ ...entry, to: Math.max(entry.from, entry.to) }));
}

function randomEndpoints(
  dice: Dice,
  isWithout: boolean,
  own: readonly RandomSubnet[],
  all: readonly RandomSubnet[],
): RandomEndpoint[] {
  const names = own.map(({ name }) => name);
  const inSubnets = [[], ...all.map(({ name }) => [name])];
  const services: readonly Service[] = ["ecr.api", "ecr.dkr", "logs"];
  const found = services
    .filter(() => dice.chance(isWithout ? 0.1 : 0.85))
    .map(
      (service): RandomEndpoint => ({
        name: service.replace(".", "_"),
        service,
        type: "Interface",
        privateDns: dice.maybe(!dice.chance(0.1), [true, false]),
        subnets: dice.maybe<readonly string[]>(dice.chance(0.1) ? names.slice(0, 1) : names, inSubnets),
        tables: [],
        policy: dice.maybe(dice.chance(0.04) ? "nothing" : "everything", ["everything", "nothing"], 0.02),
      }),
    );
  if (dice.chance(isWithout ? 0.3 : 0.85)) {
    const tables = dice.oneOf([["app", "other"], ["app", "other"], ["app"], [], ["public"]] as const);
    found.push({
      ...{ name: "s3", service: "s3", type: "Gateway", privateDns: false, subnets: [] },
      tables: dice.maybe<readonly string[]>(tables, [[], ["app"], ["app", "other"], ["main"]]),
      policy: dice.maybe(dice.chance(0.04) ? "nothing" : "everything", ["everything", "nothing"], 0.02),
    });
  }
  return found;
}

function randomRules(dice: Dice): RandomRule[] {
  const ports = () => ({
    protocol: dice.maybe<"tcp" | "udp" | "-1">("tcp", ["tcp", "udp"], 0.01),
    from: dice.maybe<number>(443, [443, 80, 0, 8080], 0.02),
    to: dice.maybe<number>(443, [443, 80, 65535], 0.02),
  });
  const peer = (usual: RandomRule["peer"]): RandomRule["peer"] =>
    dice.chance(0.15) ? dice.maybe<string>(dice.oneOf(BLOCKS), BLOCKS, 0.2) : usual;
  const rules: RandomRule[] = [];
  if (dice.chance(0.95))
    rules.push({ group: "endpoint", direction: "ingress", ...ports(), peer: peer({ group: "task" }) });
  if (dice.chance(0.7))
    rules.push({ group: "task", direction: "egress", ...ports(), peer: peer({ group: "endpoint" }) });
  if (dice.chance(0.7)) rules.push({ group: "task", direction: "egress", ...ports(), peer: peer({ list: "s3" }) });
  if (dice.chance(0.5)) rules.push({ group: "task", direction: "egress", ...ports(), peer: peer(EVERYWHERE) });
  if (dice.chance(0.1)) {
    const half = { group: "task", direction: "egress", protocol: "-1", from: 0, to: 65535 } as const;
    rules.push({ ...half, peer: "0.0.0.0/1" }, { ...half, peer: "128.0.0.0/1" });
  }
  return rules;
}
