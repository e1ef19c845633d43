import type { App, TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import {
  ApplicationLoadBalancer,
  dedicatedEndpointSubnets,
  EndpointPlan,
  FargateService,
  type FargateTask,
  type Network,
  Peer,
  PrivateNetwork,
  type PrivateNetworkProps,
  proveReachability,
  SecurityGroup,
  SharedFileSystem,
  sharedSubnets,
  tieredSubnets,
  VpcEndpoints,
} from "../../../modules";
import { codesOf } from "../../support/configuration-error-of";
import { legacyNetwork, ordersTask } from "../../support/orders";
import { newStack, type SynthesizedStack, synth, synthApp } from "../../support/synth";
import { dependency, onlyTask, TerraformFixture } from "../reachability/support/terraform-fixture";

const TASK: FargateTask = { ...ordersTask, uses: ["dynamodb", "sqs"] };

function networkIn(stack: TerraformStack, props: Partial<PrivateNetworkProps> = {}): PrivateNetwork {
  const availabilityZones = ["eu-west-1a", "eu-west-1b"];
  return new PrivateNetwork(stack, "network", { region: "eu-west-1", availabilityZones, ...props });
}

function endpointsIn(stack: TerraformStack, network: PrivateNetwork, task = TASK): VpcEndpoints {
  const services = EndpointPlan.forTasks([task]);
  return new VpcEndpoints(stack, "endpoints", { network, services, networkAcls: "generated" });
}

function build(stack: TerraformStack, props?: Partial<PrivateNetworkProps>, task = TASK): void {
  const network = networkIn(stack, props);
  const endpoints = endpointsIn(stack, network, task);
  new FargateService(stack, "service", { network, endpoints, task });
}

/** The rules by the ends of their paths: what they are about, and their numbers. */
function rulesOf(stack: SynthesizedStack): ReadonlyMap<string, unknown> {
  const rules = stack.all("aws_network_acl_rule").map(({ path, attributes }) => {
    return [path.replace(/^.*\//, ""), attributes["rule_number"]] as const;
  });
  return new Map(rules.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function fixtureOf(stack: SynthesizedStack): TerraformFixture {
  return new TerraformFixture(JSON.parse(stack.text));
}

const LAYOUTS: readonly (readonly [string, Partial<PrivateNetworkProps>, acls: number])[] = [
  ["shared subnets", { subnets: sharedSubnets() }, 1],
  ["shared subnets with IPv6", { subnets: sharedSubnets(), ipv6: true }, 1],
  ["subnets of their own for endpoints", { subnets: dedicatedEndpointSubnets() }, 2],
  ["subnets of their own for endpoints, with IPv6", { subnets: dedicatedEndpointSubnets(), ipv6: true }, 2],
  ["tiers", { subnets: tieredSubnets() }, 1],
];

describe("generated network ACLs", () => {
  it.each(LAYOUTS)("let every call of a task pass, and each of their rules is needed: %s", (_, props, acls) => {
    const stack = synth((scope) => build(scope, props));
    expect(stack.all("aws_network_acl")).toHaveLength(acls);
    const fixture = fixtureOf(stack);
    const calls = onlyTask(fixture.prove()).dependencies;
    expect(calls.map(({ service, verdict }) => `${service} ${verdict}`)).toEqual(
      calls.map(({ service }) => `${service} proved`),
    );
    for (const { address, path, attributes } of stack.all("aws_network_acl_rule")) {
      // The calls are those of IPv4.
      if ("ipv6_cidr_block" in attributes) continue;
      const proof = fixture.clone().remove(address).prove();
      const broken = onlyTask(proof).dependencies.filter(({ verdict }) => verdict !== "proved");
      expect(broken[0]?.issue?.code, path).toBe("network-acl-blocks");
      expect(broken[0]?.hops.at(-1)?.hop, path).toBe("network-acl");
    }
  });

  it("let nothing pass that is denied by a rule before theirs", () => {
    const fixture = fixtureOf(synth((scope) => build(scope)));
    const acl = Object.keys(fixture.json.resource["aws_network_acl"] ?? {})[0];
    const denied = fixture.add("aws_network_acl_rule.deny", {
      network_acl_id: `\${aws_network_acl.${acl}.id}`,
      rule_number: 50,
      egress: true,
      rule_action: "deny",
      protocol: "-1",
      cidr_block: "0.0.0.0/0",
    });
    expect(dependency(denied.prove(), "s3").issue).toMatchObject({
      code: "network-acl-blocks",
      path: "aws_network_acl_rule.deny",
    });
  });

  it("have the ports of the endpoints, those of answers, and the blocks of the prefix lists", () => {
    const stack = synth((scope) => build(scope, { subnets: dedicatedEndpointSubnets() }));
    expect([...rulesOf(stack).keys()]).toEqual([
      "endpoints-egress-answers",
      "endpoints-ingress-443",
      "tasks-egress-443",
      "tasks-egress-dynamodb-443",
      "tasks-egress-s3-443",
      "tasks-ingress-answers",
      "tasks-ingress-dynamodb-answers",
      "tasks-ingress-s3-answers",
    ]);
    const list = stack.dataSources.find(({ path }) => path === "endpoints/network-acls/s3");
    expect(list?.attributes).toEqual({ name: "com.amazonaws.eu-west-1.s3" });
    expect(stack.at("endpoints/network-acls/tasks-egress-s3-443").attributes).toEqual({
      network_acl_id: expect.stringContaining("aws_network_acl."),
      count: `\${length(${list?.address}.cidr_blocks)}`,
      rule_number: "${(200 + count.index)}",
      egress: true,
      rule_action: "allow",
      protocol: "tcp",
      from_port: 443,
      to_port: 443,
      cidr_block: `\${element(${list?.address}.cidr_blocks, count.index)}`,
    });
  });

  it("have the IPv6 block of the VPC beside its IPv4 block", () => {
    const stack = synth((scope) => build(scope, { ipv6: true }));
    const { address } = stack.only("aws_vpc");
    const block = (path: string) => stack.at(`endpoints/network-acls/${path}`).attributes;
    expect(block("tasks-egress-ipv6-443")).toMatchObject({ ipv6_cidr_block: `\${${address}.ipv6_cidr_block}` });
    expect(block("tasks-ingress-ipv6-answers")).toMatchObject({ rule_number: 101, from_port: 1024, to_port: 65535 });
  });

  it("stand before the tasks, and before their subnets lose the network ACL that they had", () => {
    const stack = synth((scope) => build(scope));
    const waitsFor = ({ attributes }: { attributes: Readonly<Record<string, unknown>> }) =>
      Array.isArray(attributes["depends_on"]) ? attributes["depends_on"] : [];
    const associations = stack.all("aws_network_acl_association");
    expect(associations).toHaveLength(2);
    for (const association of associations) {
      expect(waitsFor(stack.only("aws_ecs_task_definition"))).toContain(association.address);
      expect(waitsFor(association)).toEqual(
        expect.arrayContaining(stack.all("aws_network_acl_rule").map(({ address }) => address)),
      );
    }
  });

  it("leave subnets with a way out, and public ones, as they are", () => {
    const subnets = tieredSubnets({ natSubnet: "nat" });
    const stack = synth((scope) => {
      endpointsIn(scope, networkIn(scope, { subnets, natGateways: "one" }));
    });
    expect(stack.all("aws_network_acl").map(({ path }) => path)).toEqual(["endpoints/network-acls/tasks"]);
    expect(stack.all("aws_network_acl_association").map(({ path }) => path)).toEqual([
      "endpoints/network-acls/association-isolated-a",
      "endpoints/network-acls/association-isolated-b",
    ]);
  });

  it("are none where nobody asks for them", () => {
    const stack = synth((scope) => {
      const network = networkIn(scope);
      new VpcEndpoints(scope, "endpoints", { network, services: EndpointPlan.forTasks([TASK]) });
    });
    expect(stack.addresses.filter((address) => address.includes("network_acl"))).toEqual([]);
    expect(stack.dataSources).toEqual([]);
  });

  it("let pass what calls a service and what it calls, and its file systems", () => {
    const stack = synth((scope) => {
      const network = networkIn(scope, { subnets: tieredSubnets() });
      const files = new SharedFileSystem(scope, "files", { network, name: "files" });
      const { securityGroupId } = new SecurityGroup(scope, "cache", { vpcId: network.vpcId, name: "cache" });
      const task: FargateTask = { ...ordersTask, volumes: { data: files.volume() } };
      const endpoints = endpointsIn(scope, network, task);
      const balancer = new ApplicationLoadBalancer(scope, "balancer", {
        network,
        name: "balancer",
        ingress: { all: Peer.cidr("0.0.0.0/0") },
      });
      new FargateService(scope, "service", {
        network,
        endpoints,
        task,
        fileSystems: { files },
        loadBalancers: [balancer.target({ container: "api", port: 8080 })],
        calls: {
          cache: { peer: Peer.securityGroup(securityGroupId), port: 6379, openTheirs: true },
          partner: { peer: Peer.cidr("10.20.0.0/16"), port: 443 },
          inside: { host: "10.0.1.7", port: 25 },
        },
      });
    });
    expect([...rulesOf(stack).keys()]).toEqual([
      "tasks-egress-0-0-0-0-0-answers",
      "tasks-egress-10-20-0-0-16-443",
      "tasks-egress-2049",
      "tasks-egress-25",
      "tasks-egress-443",
      "tasks-egress-6379",
      "tasks-egress-8080",
      "tasks-egress-answers",
      "tasks-egress-s3-443",
      "tasks-ingress-0-0-0-0-0-80",
      "tasks-ingress-10-20-0-0-16-answers",
      "tasks-ingress-2049",
      "tasks-ingress-25",
      "tasks-ingress-443",
      "tasks-ingress-6379",
      "tasks-ingress-8080",
      "tasks-ingress-answers",
      "tasks-ingress-s3-answers",
    ]);
    const calls = onlyTask(proveReachability([JSON.parse(stack.text)])).dependencies;
    const stopped = calls.filter(({ hops }) =>
      hops.some(({ hop, verdict }) => hop === "network-acl" && verdict !== "proved"),
    );
    expect(stopped.map(({ service, issue }) => `${service}: ${issue?.problem}`)).toEqual([]);
  });

  it("take the rules for a service of another stack into their own stack", () => {
    const stacks = synthApp((app: App) => {
      const base = newStack(app, "base");
      const network = networkIn(base);
      const endpoints = endpointsIn(base, network);
      const other = newStack(app, "other");
      const service = new FargateService(other, "service", { network, endpoints, task: TASK });
      const call = new FargateService(other, "caller", { network, endpoints, task: { ...TASK, family: "caller" } });
      call.call("orders", { service });
    });
    expect([...rulesOf(stacks.get("base") ?? never()).keys()]).toContain("tasks-egress-8080");
    expect(stacks.get("other")?.all("aws_network_acl_rule")).toEqual([]);
  });

  it("keep the numbers of their rules when a service, a port or a block is added", () => {
    const before = rulesOf(synth((scope) => build(scope)));
    const after = rulesOf(
      synth((scope) => {
        const network = networkIn(scope);
        const endpoints = endpointsIn(scope, network, { ...TASK, uses: ["sqs", "dynamodb", "email-smtp"] });
        endpoints.networkAcls?.allow({ port: 5432 }, { port: 25, cidrBlock: "10.9.0.0/16" });
        new FargateService(scope, "service", { network, endpoints, task: TASK });
      }),
    );
    expect(after.size).toBeGreaterThan(before.size + 5);
    for (const [rule, number] of before) expect(after.get(rule), rule).toBe(number);
  });

  it("let pass what is allowed besides, in the direction and the subnets that are named", () => {
    const stack = synth((scope) => {
      const acls = endpointsIn(scope, networkIn(scope, { subnets: dedicatedEndpointSubnets() })).networkAcls;
      expect(acls?.allow({ port: 25, cidrBlock: "10.20.0.0/16", direction: "egress" })).toHaveLength(2);
      expect(acls?.allow({ port: 25, cidrBlock: "10.20.0.0/16", direction: "egress" })).toHaveLength(2);
      acls?.allow({ port: 6443, direction: "ingress", subnets: "endpoints" });
      acls?.allow({ port: 8443, cidrBlock: "10.0.0.0/16", direction: "ingress" });
    });
    const added = [...rulesOf(stack).keys()].filter((rule) => /-(?:25|6443|8443|10-20-0-0-16-answers)$/.test(rule));
    expect(added).toEqual([
      "endpoints-ingress-6443",
      "tasks-egress-10-20-0-0-16-25",
      "tasks-ingress-10-20-0-0-16-answers",
      "tasks-ingress-8443",
    ]);
  });

  it("let pass the calls to endpoints that the network has already, of either type", () => {
    const stack = synth((scope) => {
      const { name, region, vpcId, cidrBlock, dns, subnets, dependencies } = networkIn(scope);
      const { securityGroupId } = new SecurityGroup(scope, "group", { vpcId, name: "endpoints" });
      const network: Network = {
        ...{ name, region, vpcId, cidrBlock, dns, subnets, dependencies },
        endpoints: [
          { type: "Gateway", service: "dynamodb", prefixListId: "pl-0a" },
          { type: "Interface", service: "email-smtp", securityGroupIds: [securityGroupId] },
        ],
      };
      new VpcEndpoints(scope, "endpoints", { network, services: ["sqs"], networkAcls: "generated" });
    });
    expect([...rulesOf(stack).keys()]).toEqual(
      expect.arrayContaining(["tasks-egress-dynamodb-443", "tasks-egress-587", "tasks-ingress-587"]),
    );
  });

  it("are what the fix names where they stop a call, in a program of the library", () => {
    const withoutS3 = (scope: TerraformStack) => {
      const network = networkIn(scope);
      const endpoints = endpointsIn(scope, network);
      endpoints.networkAcls?.node.tryRemoveChild("tasks-egress-s3-443");
      new FargateService(scope, "service", { network, endpoints, task: TASK });
    };
    expect(() => synth(withoutS3)).toThrow(/network-acl-blocks[\s\S]*give the call to networkAcls\.allow/);
  });

  it("are refused for a VPC that stands, where no subnet is isolated, and a second time", () => {
    const services = ["sqs"] as const;
    const asked = { services, networkAcls: "generated" } as const;
    expect(codesOf(() => new VpcEndpoints(newStack(), "endpoints", { network: legacyNetwork, ...asked }))).toEqual([
      "network-acls-invalid",
    ]);
    const stack = newStack();
    const network = networkIn(stack);
    new VpcEndpoints(stack, "endpoints", { network, ...asked });
    expect(codesOf(() => new VpcEndpoints(stack, "second", { network, ...asked }))).toEqual(["network-acls-invalid"]);
  });

  it("refuse what is no port, and a block that is not written out", () => {
    const stack = newStack();
    const acls = endpointsIn(stack, networkIn(stack)).networkAcls;
    expect(codesOf(() => acls?.allow({ port: 70000 }))).toEqual(["port-out-of-range"]);
    expect(codesOf(() => acls?.allow({ port: 443, cidrBlock: "partner" }))).toEqual(["network-acls-invalid"]);
  });
});

function never(): never {
  throw new Error("there is no such stack");
}
