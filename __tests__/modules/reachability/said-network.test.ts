import { describe, expect, it } from "vitest";
import { type ExistingEndpoint, type Network, Peer, type Proof, type ProofOptions } from "../../../modules";
import { existingVpc, proveIn } from "../../support/existing-vpc";

/** The verdict, and what is found with the services that it concerns. */
function answer({ verdict, tasks, conflicts }: Proof) {
  const calls = tasks.flatMap(({ dependencies }) =>
    dependencies.flatMap(({ service, issue }) => (issue === undefined ? [] : [`${service}: ${issue.code}`])),
  );
  return { verdict, calls, conflicts: conflicts.map(({ code }) => code) };
}

const proved = { verdict: "proved", calls: [], conflicts: [] };
const [a, b] = existingVpc.subnets;
const all = (code: string) => ["s3", "ecr.api", "ecr.dkr", "logs"].map((service) => `${service}: ${code}`);
const interfaces = (code: string) => ["ecr.api", "ecr.dkr", "logs"].map((service) => `${service}: ${code}`);
const { domainNameServers: _servers, ...withoutServers } = existingVpc;
const { networkAcls: _acls, ...withoutAcls } = existingVpc;
const { routeTableId: _table, ...withoutTable } = b;

type InterfaceEndpoint = Extract<ExistingEndpoint, { readonly type: "Interface" }>;
type GatewayEndpoint = Extract<ExistingEndpoint, { readonly type: "Gateway" }>;

/** The network with other endpoints. */
function withEndpoints(change: (endpoint: ExistingEndpoint) => ExistingEndpoint): Network {
  return { ...existingVpc, endpoints: existingVpc.endpoints.map(change) };
}
const withInterfaces = (change: (endpoint: InterfaceEndpoint) => ExistingEndpoint) =>
  withEndpoints((each) => (each.type === "Interface" ? change(each) : each));
const withLogs = (change: (endpoint: InterfaceEndpoint) => ExistingEndpoint) =>
  withInterfaces((each) => (each.service === "logs" ? change(each) : each));
const withS3 = (change: (endpoint: GatewayEndpoint) => ExistingEndpoint) =>
  withEndpoints((each) => (each.type === "Gateway" ? change(each) : each));

describe("a network of which all is said", () => {
  const proof = proveIn(existingVpc);

  it("is proved on the user's word", () => {
    expect(answer(proof)).toEqual(proved);
    const texts = proof.assumptions?.map(({ text }) => text) ?? [];
    expect(texts).toContain("vpc-0123456789abcdef0 has enable_dns_support on");
    expect(texts).toContain("the DHCP options of vpc-0123456789abcdef0 name AmazonProvidedDNS");
    expect(texts).toContain("sg-0123456789abcdef0 admits TCP 443 from 172.20.0.0/16");
    expect(texts).toContain('vpc-0123456789abcdef0 has a gateway endpoint for "s3"');
    expect(new Set(texts).size).toBe(texts.length);
  });

  it("says of each point where it is said, and which calls rest on it", () => {
    const dns = proof.assumptions?.find(({ text }) => text.includes("private DNS") && text.includes('"logs"'));
    expect(dns).toMatchObject({
      text: 'the interface endpoint for "logs" in vpc-0123456789abcdef0 has private DNS on',
      network: "legacy",
      path: expect.stringMatching(/^aws_ecs_task_definition\.orders_/),
      calls: [{ address: expect.stringMatching(/^aws_ecs_service\.orders_/), service: "logs" }],
    });
  });

  it("rests on nothing that no call needs: a zone, or the address block of the VPC", () => {
    const texts = proof.assumptions?.map(({ text }) => text) ?? [];
    expect(texts.filter((text) => / is in eu-west-1[ab]$|IPv6|172\.20\.0\.0\/16$/.test(text))).toEqual([
      "sg-0123456789abcdef0 admits TCP 443 from 172.20.0.0/16",
    ]);
  });
});

describe("a fact that is left out", () => {
  it.each<[what: string, network: Network, calls: readonly string[]]>([
    ["DNS servers", withoutServers, all("dns-servers-unknown")],
    ["network ACLs", withoutAcls, all("network-acl-unknown")],
    ["the route table of a subnet", { ...existingVpc, subnets: [a, withoutTable] }, ["s3: gateway-route-unknown"]],
    ["the policy of an endpoint", withLogs(({ policy: _, ...each }) => each), ["logs: endpoint-policy-unknown"]],
    ["the policy of a gateway endpoint", withS3(({ policy: _, ...each }) => each), ["s3: endpoint-policy-unknown"]],
    ["whom endpoints admit", withInterfaces(({ admits: _, ...each }) => each), interfaces("endpoint-ingress-unknown")],
    // Where it is not known in which subnets it is, it is not known which network ACLs are on its side.
    ["the subnets of an endpoint", withLogs(({ subnetIds: _, ...each }) => each), ["logs: network-acl-unknown"]],
  ])("%s: is unknown where calls need it", (_, network, calls) => {
    expect(answer(proveIn(network))).toEqual({ verdict: "unknown", calls, conflicts: [] });
  });

  it.each([
    { network: withoutServers, library: 'domainNameServers: ["AmazonProvidedDNS"]' },
    { network: withoutAcls, library: 'networkAcls: "allow-all"' },
  ])("is written in the network, says a program: $library", ({ network, library }) => {
    const fixes = (options: ProofOptions) =>
      proveIn(network, {}, options).tasks.flatMap(({ dependencies }) => dependencies.map(({ issue }) => issue?.fix));
    for (const fix of fixes({ fixes: "library" })) {
      expect(fix).toMatch(/^assure that .*, and write \S.* in the network$/);
      expect(fix).toContain(library);
    }
    expect(fixes({}).join()).not.toContain(library);
  });

  it("is the endpoint itself: the service is refused when it is created", () => {
    const { endpoints: _, ...withoutEndpoints } = existingVpc;
    expect(() => proveIn(withoutEndpoints)).toThrow("endpoint-missing");
  });
});

describe("a fact that is another one", () => {
  it.each<[what: string, network: Network, calls: readonly string[]]>([
    ["DNS support off", { ...existingVpc, dns: { support: false, hostnames: true } }, all("vpc-dns-support-off")],
    ["DNS host names off", { ...existingVpc, dns: { support: true, hostnames: false } }, all("vpc-dns-hostnames-off")],
    ["private DNS off", withLogs((each) => ({ ...each, privateDnsEnabled: false })), ["logs: private-dns-off"]],
    [
      "a policy that allows something else",
      withLogs((each) => ({ ...each, policy: [{ principal: "*", actions: ["logs:GetLogEvents"], resources: ["*"] }] })),
      ["logs: endpoint-policy-refuses"],
    ],
  ])("%s: is broken", (_, network, calls) => {
    expect(answer(proveIn(network))).toEqual({ verdict: "broken", calls, conflicts: [] });
  });

  it.each<[what: string, network: Network, calls: readonly string[]]>([
    [
      "DNS servers of somebody's own",
      { ...existingVpc, domainNameServers: ["172.20.0.53"] },
      all("dns-servers-unknown"),
    ],
    [
      "endpoints that admit others",
      withInterfaces((each) => ({
        ...each,
        admits: [Peer.cidr("10.0.0.0/8"), Peer.securityGroup("sg-0fedcba9876543210")],
      })),
      interfaces("endpoint-ingress-unknown"),
    ],
    [
      "a subnet outside of what endpoints admit",
      { ...existingVpc, subnets: [a, { ...b, cidrBlock: "100.64.2.0/24" }] },
      interfaces("endpoint-ingress-unknown"),
    ],
    [
      "a gateway endpoint in one route table of two",
      withS3((each) => ({ ...each, routeTableIds: ["rtb-0a"] })),
      ["s3: endpoint-unknown"],
    ],
  ])("%s: is unknown, since the rest of the VPC is", (_, network, calls) => {
    expect(answer(proveIn(network))).toEqual({ verdict: "unknown", calls, conflicts: [] });
  });

  it.each<[what: string, network: Network]>([
    ["a VPC with another block, which may have several", { ...existingVpc, cidrBlock: "10.0.0.0/16" }],
    ["another zone", { ...existingVpc, subnets: [a, { ...b, availabilityZone: "eu-west-1c" }] }],
    ["an IPv6 block", { ...existingVpc, subnets: [a, { ...b, ipv6CidrBlock: "2001:db8::/64" }] }],
    [
      "another security group of an endpoint",
      withLogs((each) => ({ ...each, securityGroupIds: ["sg-0fedcba9876543210"] })),
    ],
    ["another prefix list", withS3((each) => ({ ...each, prefixListId: "pl-00000000" }))],
    [
      "the route tables of the gateway endpoint, each",
      withS3((each) => ({ ...each, routeTableIds: ["rtb-0b", "rtb-0a", "rtb-0c"] })),
    ],
  ])("%s: is as good", (_, network) => {
    expect(answer(proveIn(network))).toEqual(proved);
  });
});

describe("a way out that is said", () => {
  const { endpoints: _, ...isolated } = existingVpc;
  const securityGroup = { egress: { internet: { peer: Peer.cidr("0.0.0.0/0"), port: 443 } } };

  it.each<[what: string, network: Network]>([
    ["of the network", { ...isolated, wayOut: "nat-gateway" }],
    [
      "of each subnet",
      {
        ...isolated,
        subnets: [
          { ...a, wayOut: "nat-gateway" },
          { ...b, wayOut: { name: "a proxy" } },
        ],
      },
    ],
  ])("%s leads every call out, on the user's word", (_what, network) => {
    const proof = proveIn(network, { securityGroup });
    expect(answer(proof)).toEqual(proved);
    expect(proof.assumptions?.map(({ text }) => text)).toContain(
      "the route table rtb-0a leads 0.0.0.0/0 to a NAT gateway",
    );
  });

  it("needs the network ACLs as well", () => {
    const { networkAcls: _, ...network } = isolated;
    expect(answer(proveIn({ ...network, wayOut: "nat-gateway" }, { securityGroup }))).toMatchObject({
      verdict: "unknown",
      calls: all("network-acl-unknown"),
    });
  });
});
