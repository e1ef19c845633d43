import { describe, expect, it } from "vitest";
import {
  ContainerImage,
  EndpointPlan,
  FargateService,
  type FargateTask,
  type Network,
  Peer,
  PrivateNetwork,
  type PrivateNetworkProps,
  tieredSubnets,
  VpcEndpoints,
} from "../../../modules";
import { codesOf } from "../../support/configuration-error-of";
import { appSubnet, legacyNetwork, ordersTask } from "../../support/orders";
import { newStack, ref, type SynthesizedStack, synth } from "../../support/synth";

const base = { region: "eu-west-1", availabilityZones: ["eu-west-1a", "eu-west-1b"] };
const tiers = { ...base, subnets: tieredSubnets() };
const withNat = { ...base, subnets: tieredSubnets({ natSubnet: "nat" }) };
const synthNetwork = (props: PrivateNetworkProps) => synth((scope) => new PrivateNetwork(scope, "network", props));
const routesOf = (stack: SynthesizedStack) =>
  Object.fromEntries(stack.all("aws_route").map(({ path, attributes }) => [path.split("/").at(-1), attributes]));

describe("a PrivateNetwork with public subnets", () => {
  const stack = synthNetwork(tiers);

  it("has one internet gateway, to which the public route table alone leads", () => {
    const gateway = stack.only("aws_internet_gateway");
    expect(gateway.attributes).toEqual({
      vpc_id: ref(stack.only("aws_vpc"), "id"),
      tags: { Name: "test-network" },
    });
    expect(stack.only("aws_route").attributes).toEqual({
      route_table_id: ref(stack.at("network/route-table-public"), "id"),
      destination_cidr_block: "0.0.0.0/0",
      gateway_id: ref(gateway, "id"),
    });
    for (const zone of ["a", "b"]) {
      expect(stack.at(`network/association-public-${zone}`).attributes["route_table_id"]).toBe(
        ref(stack.at("network/route-table-public"), "id"),
      );
    }
  });

  it("has neither NAT nor addresses nor public addresses by themselves", () => {
    for (const type of ["aws_nat_gateway", "aws_eip", "aws_egress_only_internet_gateway"]) {
      expect(stack.all(type)).toEqual([]);
    }
    expect(stack.text).not.toContain("map_public_ip_on_launch");
  });

  it("leaves the subnets for tasks isolated, and says so to the plan", () => {
    const network = new PrivateNetwork(newStack(), "network", tiers);
    expect(network.wayOut).toBeUndefined();
    expect(network.subnets.map(({ name, wayOut }) => [name, wayOut])).toEqual([
      ["isolated-a", undefined],
      ["public-a", "internet-gateway"],
      ["isolated-b", undefined],
      ["public-b", "internet-gateway"],
    ]);
  });

  it("may have public subnets only", () => {
    const subnets = [
      {
        name: "web",
        tier: "public",
        availabilityZone: "eu-west-1a",
        cidrBlock: "10.0.1.0/24",
        routeTable: "web",
      } as const,
    ];
    const only = synthNetwork({ region: "eu-west-1", subnets, internetGatewayTags: { Name: "Gateway" } });
    expect(only.only("aws_internet_gateway").attributes["tags"]).toEqual({ Name: "Gateway" });
    expect(only.only("aws_route").attributes["route_table_id"]).toBe(ref(only.at("network/route-table-web"), "id"));
  });
});

describe("a PrivateNetwork with NAT gateways", () => {
  it("has one, with an address of its own, in the first public subnet", () => {
    const stack = synthNetwork({ ...withNat, natGateways: "one" });
    const gateway = stack.only("aws_nat_gateway");
    expect(gateway.attributes).toMatchObject({
      subnet_id: ref(stack.at("network/subnet-public-a"), "id"),
      allocation_id: ref(stack.only("aws_eip"), "id"),
      depends_on: [stack.only("aws_internet_gateway").address],
    });
    for (const zone of ["a", "b"]) {
      expect(routesOf(stack)[`route-nat-${zone}`]).toEqual({
        route_table_id: ref(stack.at(`network/route-table-nat-${zone}`), "id"),
        destination_cidr_block: "0.0.0.0/0",
        nat_gateway_id: ref(gateway, "id"),
      });
    }
  });

  it("keeps the first one where it is when there is one for each zone", () => {
    const one = synthNetwork({ ...withNat, natGateways: "one" });
    const each = synthNetwork({ ...withNat, natGateways: "one-per-zone" });
    expect(each.all("aws_nat_gateway")).toHaveLength(2);
    expect(each.addresses).toEqual(expect.arrayContaining([...one.addresses]));
    expect(routesOf(each)["route-nat-b"]?.["nat_gateway_id"]).toBe(
      ref(each.at("network/gateways/nat-gateway-public-b"), "id"),
    );
  });

  it("leads out of the subnets that asked for it only", () => {
    const stack = synthNetwork({ ...withNat, natGateways: "one-per-zone" });
    expect(Object.keys(routesOf(stack)).sort()).toEqual(["route-nat-a", "route-nat-b", "route-public"]);
  });

  it("is refused without a public tier, and without a subnet that uses it", () => {
    const subnet = {
      name: "one",
      tier: "application",
      availabilityZone: "eu-west-1a",
      cidrBlock: "10.0.1.0/24",
    } as const;
    const refused = (props: PrivateNetworkProps) => codesOf(() => new PrivateNetwork(newStack(), "network", props));
    expect(
      refused({ region: "eu-west-1", subnets: [{ ...subnet, wayOut: "nat-gateway" }], natGateways: "one" }),
    ).toEqual(["nat-gateway-without-public-subnet"]);
    expect(refused({ ...tiers, natGateways: "one" })).toEqual(["nat-gateway-unused"]);
  });
});

describe("a PrivateNetwork with IPv6", () => {
  it("has a /56 from Amazon, a /64 for each subnet, and without NAT no IPv6 route but the public one", () => {
    const stack = synthNetwork({ ...tiers, ipv6: true });
    const vpc = stack.only("aws_vpc");
    expect(vpc.attributes["assign_generated_ipv6_cidr_block"]).toBe(true);
    expect(stack.at("network/subnet-public-a").attributes).toMatchObject({
      ipv6_cidr_block: `\${cidrsubnet(${vpc.address}.ipv6_cidr_block, 8, 24)}`,
      assign_ipv6_address_on_creation: true,
    });
    expect(stack.all("aws_egress_only_internet_gateway")).toEqual([]);
    expect(Object.keys(routesOf(stack)).sort()).toEqual(["ipv6-route-public", "route-public"]);
  });

  it("lets IPv6 out, and nothing in, where subnets have a NAT gateway", () => {
    const stack = synthNetwork({ ...withNat, natGateways: "one", ipv6: true });
    expect(routesOf(stack)["ipv6-route-nat-a"]).toEqual({
      route_table_id: ref(stack.at("network/route-table-nat-a"), "id"),
      destination_ipv6_cidr_block: "::/0",
      egress_only_gateway_id: ref(stack.only("aws_egress_only_internet_gateway"), "id"),
    });
  });
});

describe("the way out of a service", () => {
  const image = ContainerImage.registry("docker.io/library/nginx:1.27");
  const outside = { family: "outside", containers: { web: { image } } } satisfies FargateTask;
  const egress = { internet: { peer: Peer.cidr("0.0.0.0/0"), port: 443 } };
  const build = (subnets: readonly string[], securityGroup = {}, task: FargateTask = outside) => {
    const scope = newStack();
    const network = new PrivateNetwork(scope, "network", { ...withNat, natGateways: "one" });
    const endpoints = new VpcEndpoints(scope, "endpoints", { network, services: EndpointPlan.forTasks([task]) });
    return new FargateService(scope, "service", { network, endpoints, task, subnets, securityGroup });
  };

  it("makes a registry outside AWS reachable in the subnets that have one", () => {
    expect(() => build(["nat-a", "nat-b"], { egress })).not.toThrow();
  });

  it("is none where one of the service's subnets is isolated", () => {
    expect(codesOf(() => build(["nat-a", "isolated-a"], { egress }))).toEqual(["registry-unreachable"]);
  });

  it("makes a missing endpoint no error, as long as the security group lets the calls out", () => {
    const withoutEndpoints = (securityGroup: object) => () => {
      const network = new PrivateNetwork(newStack(), "network", { ...withNat, natGateways: "one" });
      const subnets = ["nat-a", "nat-b"];
      new FargateService(network, "service", { network, task: ordersTask, subnets, securityGroup });
    };
    expect(withoutEndpoints({ egress })).not.toThrow();
    expect(codesOf(withoutEndpoints({}))).toEqual(["egress-missing"]);
  });

  it("is what a Network literal says of an existing VPC, or of one of its subnets", () => {
    const service = (network: Network) => () =>
      new FargateService(newStack(), "service", { network, task: outside, securityGroup: { egress } });
    expect(codesOf(service(legacyNetwork))).toContain("registry-unreachable");
    expect(service({ ...legacyNetwork, wayOut: { name: "a transit gateway" } })).not.toThrow();
    expect(service({ ...legacyNetwork, subnets: [{ ...appSubnet, wayOut: { name: "a proxy" } }] })).not.toThrow();
  });

  it("does not start a task before the route is there", () => {
    const stack = synth((scope) => {
      const network = new PrivateNetwork(scope, "network", { ...withNat, natGateways: "one" });
      const subnets = ["nat-a", "nat-b"];
      new FargateService(scope, "service", { network, task: ordersTask, subnets, securityGroup: { egress } });
    });
    expect(stack.only("aws_ecs_task_definition").attributes["depends_on"]).toEqual(
      expect.arrayContaining(stack.all("aws_route").map(({ address }) => address)),
    );
  });
});
