import type { Verdict } from "../../../modules/reachability/model/verdict";
import type {
  Part,
  PartKind,
  Tier,
  Topology,
  TopologySubnet,
  TopologyVpc,
  Way,
} from "../../../modules/topology/topology";

/** A part with an address of its kind. */
export function part(kind: PartKind, name: string, where = "", detail?: string): Part {
  const address = `${kind.replaceAll("-", "_")}.${name.replaceAll(/[^a-z0-9]+/gi, "_")}`;
  const id = where === "" ? address : `${address} in ${where}`;
  return { id, kind, name, address, ...(detail === undefined ? {} : { detail }) };
}

/** A subnet with its parts. */
export function subnet(name: string, cidr: string, tier: Tier, parts: readonly Part[]): TopologySubnet {
  return { id: `aws_subnet.${name}`, name, address: `aws_subnet.${name}`, cidr, tier, parts };
}

/** A VPC with its subnets by zone. */
export function vpc(
  name: string,
  cidr: string,
  zones: Readonly<Record<string, readonly TopologySubnet[]>>,
  parts: readonly Part[],
): TopologyVpc {
  const address = `aws_vpc.${name.replaceAll(/[^a-z0-9]+/gi, "_")}`;
  return {
    id: address,
    name,
    address,
    region: "ap-northeast-1",
    cidr,
    zones: Object.entries(zones).map(([zone, subnets]) => ({ name: zone, subnets })),
    parts,
  };
}

/** A way by parts. */
export function way(
  from: Part,
  through: readonly Part[],
  service: string,
  verdict: Verdict = "proved",
  trouble?: Way["trouble"],
): Way {
  return {
    from: from.id,
    through: through.map(({ id }) => id),
    service,
    verdict,
    ...(trouble === undefined ? {} : { trouble }),
  };
}

const SERVICES = ["ecr.api", "ecr.dkr", "logs", "secretsmanager", "ssm"];
const MORE = ["ecs", "kms", "monitoring", "sqs", "sts"];

const endpointsIn = (where: string, services: readonly string[]) =>
  services.map((service) => part("interface-endpoint", service, where));

function singleSubnet(): Topology {
  const task = part("task", "batch", "", "0.25 vCPU, 512 MiB");
  const endpoints = endpointsIn("private-a", SERVICES);
  const s3 = part("gateway-endpoint", "s3");
  const all = subnet("private-a", "10.0.10.0/24", "isolated", [task, ...endpoints]);
  return {
    verdict: "proved",
    vpcs: [vpc("ecs-fargate-vpc-endpoint-default", "10.0.0.0/16", { "ap-northeast-1a": [all] }, [s3])],
    outside: [],
    ways: [...endpoints.map((endpoint) => way(task, [endpoint], endpoint.name)), way(task, [s3], "s3")],
    links: [],
  };
}

function dedicatedSubnets(): Topology {
  const zones = ["a", "b"];
  const s3 = part("gateway-endpoint", "s3");
  const tasks = zones.map((zone) => part("task", "web", `private-${zone}`, "2 subnets"));
  const endpoints = zones.map((zone) => endpointsIn(`endpoints-${zone}`, SERVICES));
  const subnets = zones.map((zone, index) => [
    subnet(`endpoints-${zone}`, `10.0.${index}8.0/27`, "isolated", endpoints[index] ?? []),
    subnet(`private-${zone}`, `10.0.${index}0.0/24`, "isolated", tasks.slice(index, index + 1)),
  ]);
  return {
    verdict: "proved",
    vpcs: [
      vpc(
        "dedicated-endpoint-subnets",
        "10.0.0.0/16",
        { "ap-northeast-1a": subnets[0] ?? [], "ap-northeast-1c": subnets[1] ?? [] },
        [s3],
      ),
    ],
    outside: [],
    ways: tasks.flatMap((task, index) => [
      ...(endpoints[index] ?? []).map((endpoint) => way(task, [endpoint], endpoint.name)),
      way(task, [s3], "s3"),
    ]),
    links: [],
  };
}

function hubAndSpoke(): Topology {
  const task = part("task", "orders", "", "0.5 vCPU, 1 GiB");
  const endpoints = endpointsIn("hub-a", SERVICES);
  const s3 = part("gateway-endpoint", "s3");
  const peering = part("peering", "spoke-to-hub");
  return {
    verdict: "proved",
    vpcs: [
      vpc("hub", "10.1.0.0/16", { "ap-northeast-1a": [subnet("hub-a", "10.1.0.0/24", "isolated", endpoints)] }, []),
      vpc("spoke", "10.0.0.0/16", { "ap-northeast-1a": [subnet("private-a", "10.0.0.0/24", "private", [task])] }, [
        s3,
        peering,
      ]),
    ],
    outside: [],
    ways: [...endpoints.map((endpoint) => way(task, [peering, endpoint], endpoint.name)), way(task, [s3], "s3")],
    links: [],
  };
}

/** Two VPCs that have room side by side; the peering belongs to the one on the right. */
function narrowHubAndSpoke(): Topology {
  const task = part("task", "orders");
  const logs = part("interface-endpoint", "logs", "hub-a");
  const peering = part("peering", "to-hub");
  const zone = "ap-northeast-1a";
  return {
    vpcs: [
      vpc("narrow-hub", "10.1.0.0/16", { [zone]: [subnet("hub-a", "10.1.0.0/24", "private", [logs])] }, [peering]),
      vpc("narrow-spoke", "10.0.0.0/16", { [zone]: [subnet("private-a", "10.0.0.0/24", "private", [task])] }, []),
    ],
    outside: [],
    ways: [way(task, [peering, logs], "logs")],
    links: [],
  };
}

function spokesOfTransitGateway(): Topology {
  const transit = part("transit-gateway", "core");
  const endpoints = ["a", "c"].map((zone) => endpointsIn(`hub-${zone}`, SERVICES.slice(0, 3)));
  const names = ["billing", "orders", "search"];
  const tasks = names.map((name) => part("task", name));
  const s3 = names.map((name) => part("gateway-endpoint", "s3", name));
  const attachment = names.map((name) => part("transit-gateway", `${name}-attachment`));
  const ofHub = part("transit-gateway", "hub-attachment");
  const spokes = names.map((name, index) => {
    const inside = subnet(`${name}-a`, `10.${index}.0.0/24`, "private", tasks.slice(index, index + 1));
    const own = [...s3.slice(index, index + 1), ...attachment.slice(index, index + 1)];
    return vpc(name, `10.${index}.0.0/16`, { "ap-northeast-1a": [inside] }, own);
  });
  const hub = vpc(
    "hub",
    "10.9.0.0/16",
    {
      "ap-northeast-1a": [subnet("hub-a", "10.9.0.0/24", "private", endpoints[0] ?? [])],
      "ap-northeast-1c": [subnet("hub-c", "10.9.1.0/24", "private", endpoints[1] ?? [])],
    },
    [ofHub],
  );
  const ways = tasks.flatMap((task, index) => [
    ...(endpoints[0] ?? []).map((endpoint) => {
      const own = attachment.slice(index, index + 1);
      const unknown = index === 2 && endpoint.name === "logs";
      const trouble = {
        hop: "endpoint-policy",
        text: "the policy of the endpoint is a value that only an apply tells",
      } as const;
      return way(
        task,
        [...own, transit, ofHub, endpoint],
        endpoint.name,
        unknown ? "unknown" : "proved",
        unknown ? trouble : undefined,
      );
    }),
    way(task, s3.slice(index, index + 1), "s3"),
  ]);
  return {
    verdict: "unknown",
    vpcs: [spokes[0], hub, spokes[1], spokes[2]].flatMap((each) => each ?? []),
    outside: [transit],
    ways,
    links: [],
  };
}

function privateLinkPair(): Topology {
  const task = part("task", "shop");
  const endpoint = part("interface-endpoint", "com.amazonaws.vpce.ap-northeast-1.vpce-svc-0123456789abcdef0", "shop-a");
  const others = endpointsIn("shop-a", ["ecr.api", "ecr.dkr", "logs"]);
  const s3 = part("gateway-endpoint", "s3", "consumer");
  const service = part("endpoint-service", "prices");
  const balancer = part("load-balancer", "prices", "prices-a", "network, internal");
  const provider = part("task", "prices");
  const ofProvider = endpointsIn("prices-a", ["ecr.api", "ecr.dkr", "logs"]);
  const ofProviderS3 = part("gateway-endpoint", "s3", "provider");
  return {
    verdict: "proved",
    vpcs: [
      vpc(
        "consumer",
        "10.0.0.0/16",
        { "ap-northeast-1a": [subnet("shop-a", "10.0.0.0/24", "isolated", [task, ...others, endpoint])] },
        [s3],
      ),
      vpc(
        "provider",
        "10.0.0.0/16",
        { "ap-northeast-1a": [subnet("prices-a", "10.0.0.0/24", "isolated", [balancer, provider, ...ofProvider])] },
        [service, ofProviderS3],
      ),
    ],
    outside: [],
    ways: [
      ...others.map((each) => way(task, [each], each.name)),
      way(task, [s3], "s3"),
      way(task, [endpoint, service, balancer], "prices:443"),
      ...ofProvider.map((each) => way(provider, [each], each.name)),
      way(provider, [ofProviderS3], "s3"),
    ],
    links: [{ from: balancer.id, to: provider.id }],
  };
}

function brokenNetwork(): Topology {
  const web = part("task", "web", "private-a");
  const worker = part("task", "nightly-settlement-of-all-accounts-worker", "private-c");
  const [api, dkr, logs, secrets] = endpointsIn("endpoints-a", ["ecr.api", "ecr.dkr", "logs", "secretsmanager"]);
  if (api === undefined || dkr === undefined || logs === undefined || secrets === undefined) throw new Error("four");
  const s3 = part("gateway-endpoint", "s3");
  const nat = part("nat-gateway", "public-a", "public-a");
  const internet = part("internet-gateway", "main");
  const host = part("host", "registry.example.com");
  const sts = part("service", "sts");
  const balancer = part("load-balancer", "front", "public-a", "application, internet-facing");
  const missing = (service: string) => ({
    hop: "endpoint" as const,
    text: `there is no endpoint for ${service} in the VPC, and the subnet has no way to the service's public addresses: add an interface endpoint for ${service}`,
  });
  return {
    verdict: "broken",
    vpcs: [
      vpc(
        "shop",
        "10.0.0.0/16",
        {
          "ap-northeast-1a": [
            subnet("public-a", "10.0.0.0/24", "public", [balancer, nat]),
            subnet("private-a", "10.0.10.0/24", "private", [web]),
            subnet("endpoints-a", "10.0.20.0/24", "isolated", [api, dkr, logs, secrets]),
          ],
          "ap-northeast-1c": [
            subnet("public-c", "10.0.1.0/24", "public", []),
            subnet("private-c", "10.0.11.0/24", "isolated", [worker]),
            subnet("data-c", "10.0.31.0/24", "unknown", [
              part("mount-target", "fs-0123", "data-c"),
              part("instance", "bastion", "data-c", "t4g.nano"),
            ]),
          ],
        },
        [s3, internet],
      ),
    ],
    outside: [host, sts],
    ways: [
      way(web, [api], "ecr.api"),
      way(web, [dkr], "ecr.dkr"),
      way(web, [logs], "logs", "broken", {
        hop: "endpoint-security-group",
        text: "aws_security_group.endpoints has no rule that admits TCP 443 from aws_security_group.web",
      }),
      way(web, [secrets], "secretsmanager", "unknown", {
        hop: "endpoint-policy",
        text: "the policy of aws_vpc_endpoint.secretsmanager is known after an apply only",
      }),
      way(web, [s3], "s3"),
      way(web, [nat, internet, host], "registry.example.com"),
      way(web, [nat, internet, sts], "sts"),
      way(worker, [api], "ecr.api", "broken", {
        hop: "task-security-group",
        text: "aws_security_group.worker lets nothing out to TCP 443",
      }),
      way(worker, [dkr], "ecr.dkr", "broken", {
        hop: "task-security-group",
        text: "aws_security_group.worker lets nothing out to TCP 443",
      }),
      way(worker, [s3], "s3", "broken", {
        hop: "route",
        text: "the route table of aws_subnet.private-c is not among those of aws_vpc_endpoint.s3",
      }),
      way(worker, [], "ssm", "broken", missing("ssm")),
    ],
    links: [{ from: balancer.id, to: web.id }],
  };
}

function thirtySubnets(): Topology {
  const zones = ["a", "c", "d"];
  const s3 = part("gateway-endpoint", "s3");
  const dynamodb = part("gateway-endpoint", "dynamodb");
  const internet = part("internet-gateway", "main");
  const names = ["catalog", "checkout", "invoices", "mailer"];
  const zonesOf: Record<string, TopologySubnet[]> = {};
  const ways: Way[] = [];
  for (const [index, zone] of zones.entries()) {
    const endpoints = endpointsIn(`endpoints-${zone}`, [...SERVICES, ...MORE]);
    const tasks = names.map((name) => part("task", name, `${name}-${zone}`, "3 subnets"));
    const nat = part("nat-gateway", `nat-${zone}`, `public-${zone}`);
    const block = (third: number) => `10.${index}.${third}.0/24`;
    zonesOf[`ap-northeast-1${zone}`] = [
      subnet(`public-${zone}`, block(0), "public", [nat, part("load-balancer", "front", `public-${zone}`)]),
      ...tasks.map((task, n) => subnet(`${task.name}-${zone}`, block(10 + n), "private", [task])),
      ...["cache", "data", "spare", "streams"].map((name, n) =>
        subnet(`${name}-${zone}`, block(30 + n), "isolated", []),
      ),
      subnet(`endpoints-${zone}`, block(50), "isolated", endpoints),
    ];
    for (const task of tasks) {
      for (const endpoint of endpoints) ways.push(way(task, [endpoint], endpoint.name));
      ways.push(way(task, [s3], "s3"), way(task, [dynamodb], "dynamodb"));
    }
  }
  return {
    verdict: "proved",
    vpcs: [vpc("production", "10.0.0.0/8", zonesOf, [dynamodb, s3, internet])],
    outside: [],
    ways,
    links: [],
  };
}

/** Every subnet with ten endpoints and a task that calls those of its own zone and the next. */
function endpointsEverywhere(): Topology {
  const zones = ["a", "c", "d"];
  const cells = zones.map((zone) =>
    Array.from({ length: 10 }, (_, index) => {
      const name = `tenant-${index}-${zone}`;
      return {
        name,
        task: part("task", `tenant-${index}`, name),
        endpoints: endpointsIn(name, [...SERVICES, ...MORE]),
      };
    }),
  );
  const ways = cells.flatMap((column, zone) =>
    column.flatMap(({ task, endpoints }, index) => [
      ...endpoints.map((endpoint) => way(task, [endpoint], endpoint.name)),
      ...(cells[(zone + 1) % 3]?.[index]?.endpoints ?? []).map((endpoint) => way(task, [endpoint], endpoint.name)),
    ]),
  );
  const zonesOf = Object.fromEntries(
    cells.map((column, zone) => [
      `ap-northeast-1${zones[zone]}`,
      column.map(({ name, task, endpoints }, index) =>
        subnet(name, `10.${zone}.${index}.0/24`, "isolated", [task, ...endpoints]),
      ),
    ]),
  );
  return { verdict: "proved", vpcs: [vpc("tenants", "10.0.0.0/8", zonesOf, [])], outside: [], ways, links: [] };
}

/** What is not known, and names that no box is wide enough for. */
function oddNetwork(): Topology {
  const name = "a-name-that-somebody-made-out-of-three-variables-and-a-random-suffix-0123456789abcdef";
  const task = part("task", `${name}-task`);
  const service = part("service", 'secretsmanager.<&">.日本語のサービス名.example');
  const where: TopologySubnet = { id: "?", name, address: 'aws_subnet.x["a/b"]', tier: "unknown", parts: [task] };
  return {
    vpcs: [
      { id: "?vpc", name, address: "module.network[0].aws_vpc.this", zones: [{ subnets: [where] }], parts: [] },
      { id: "vpc-empty", name: "", address: "data.aws_vpc.empty", cidr: "192.168.0.0/16", zones: [], parts: [] },
    ],
    outside: [service],
    ways: [way(task, [service], name, "unknown", { text: `${name}${name} is not known` })],
    links: [],
  };
}

/** Networks of every form that a picture can have. */
export const NETWORKS: Readonly<Record<string, Topology>> = {
  "one subnet": singleSubnet(),
  "dedicated endpoint subnets": dedicatedSubnets(),
  "hub and spoke": hubAndSpoke(),
  "narrow hub and spoke": narrowHubAndSpoke(),
  "spokes of a transit gateway": spokesOfTransitGateway(),
  "a PrivateLink pair": privateLinkPair(),
  "a broken network": brokenNetwork(),
  "30 subnets": thirtySubnets(),
  "endpoints everywhere": endpointsEverywhere(),
  "what is odd": oddNetwork(),
  nothing: { vpcs: [], outside: [], ways: [], links: [] },
};
