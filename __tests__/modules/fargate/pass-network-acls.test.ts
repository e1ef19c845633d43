import { Fn } from "cdktf";
import { describe, expect, it } from "vitest";
import {
  ApplicationLoadBalancer,
  dedicatedEndpointSubnets,
  Peer,
  PrivateNetwork,
  type TaskCall,
  tieredSubnets,
  VpcEndpoints,
} from "../../../modules";
import { passNetworkAcls } from "../../../modules/fargate/pass-network-acls";
import { newStack } from "../../support/synth";

/** The rules for a call, and how they are named. */
function rulesFor(call: TaskCall): readonly string[] {
  const stack = newStack();
  const network = new PrivateNetwork(stack, "network", { region: "eu-west-1", subnets: dedicatedEndpointSubnets() });
  const endpoints = new VpcEndpoints(stack, "endpoints", { network, services: [], networkAcls: "generated" });
  passNetworkAcls(endpoints, { calls: { call } });
  const ids = (endpoints.networkAcls?.node.children ?? []).map(({ node }) => node.id);
  return ids.filter((id) => /-(?:egress|ingress)-/.test(id)).sort();
}

const WITHIN = [
  "endpoints-egress-answers",
  "endpoints-ingress-5432",
  "tasks-egress-5432",
  "tasks-egress-answers",
  "tasks-ingress-5432",
  "tasks-ingress-answers",
];
const OUTSIDE = ["tasks-egress-10-20-0-0-16-5432", "tasks-ingress-10-20-0-0-16-answers"];

describe("what passes the generated network ACLs of a task's endpoints", () => {
  it.each<[string, TaskCall, readonly string[]]>([
    ["a security group, wherever in the VPC", { peer: Peer.securityGroup("sg-0a"), port: 5432 }, WITHIN],
    ["a name, wherever in the VPC", { host: "db.example.internal", port: 5432 }, WITHIN],
    ["a block of the VPC", { peer: Peer.cidr("10.0.1.0/24"), port: 5432 }, WITHIN],
    ["an address of the VPC", { host: "10.0.1.7", port: 5432 }, WITHIN],
    ["a block outside the VPC", { peer: Peer.cidr("10.20.0.0/16"), port: 5432 }, OUTSIDE],
    ["a block that only Terraform knows", { peer: Peer.cidr(Fn.cidrsubnet("10.0.0.0/8", 8, 20)), port: 5432 }, []],
    [
      "a service, in the subnets of tasks",
      { service: { securityGroup: { securityGroupId: "sg-0a" }, ports: [5432] } },
      WITHIN.filter((rule) => rule.startsWith("tasks")),
    ],
  ])("are the calls to %s", (_, call, rules) => {
    expect(rulesFor(call)).toEqual(rules);
  });

  it.each<[string, Peer, readonly string[]]>([
    ["in the VPC", Peer.cidr("10.0.0.0/16"), ["tasks-egress-answers", "tasks-ingress-80"]],
    ["of a security group", Peer.securityGroup("sg-0a"), ["tasks-egress-answers", "tasks-ingress-80"]],
    [
      "of another VPC",
      Peer.cidr("10.20.0.0/16"),
      ["tasks-egress-10-20-0-0-16-answers", "tasks-ingress-10-20-0-0-16-80"],
    ],
  ])("are the clients %s of a load balancer among the tasks", (_, client, rules) => {
    const stack = newStack();
    const network = new PrivateNetwork(stack, "network", { region: "eu-west-1", subnets: dedicatedEndpointSubnets() });
    const endpoints = new VpcEndpoints(stack, "endpoints", { network, services: [], networkAcls: "generated" });
    const balancer = new ApplicationLoadBalancer(stack, "balancer", { network, ingress: { client } });
    passNetworkAcls(endpoints, { loadBalancers: [balancer.target({ container: "api", port: 8080 })] });
    const ids = (endpoints.networkAcls?.node.children ?? []).map(({ node }) => node.id);
    expect(ids).toEqual(expect.arrayContaining([...rules]));
  });

  it("is nothing of the clients of a load balancer in public subnets, which keep their network ACL", () => {
    const stack = newStack();
    const network = new PrivateNetwork(stack, "network", { region: "eu-west-1", subnets: tieredSubnets() });
    const endpoints = new VpcEndpoints(stack, "endpoints", { network, services: [], networkAcls: "generated" });
    const ingress = { internet: Peer.cidr("0.0.0.0/0") };
    const balancer = new ApplicationLoadBalancer(stack, "balancer", { network, scheme: "internet-facing", ingress });
    passNetworkAcls(endpoints, { loadBalancers: [balancer.target({ container: "api", port: 8080 })] });
    const ids = (endpoints.networkAcls?.node.children ?? []).map(({ node }) => node.id);
    expect(ids.filter((id) => id.endsWith("-80") || id.includes("0-0-0-0"))).toEqual([]);
    expect(ids).toContain("tasks-ingress-8080");
  });

  it("is nothing where no network ACL is generated", () => {
    const stack = newStack();
    const network = new PrivateNetwork(stack, "network", { region: "eu-west-1" });
    const endpoints = new VpcEndpoints(stack, "endpoints", { network, services: ["sqs"] });
    const calls = { call: { host: "db.example.internal", port: 5432 } };
    expect(passNetworkAcls(endpoints, { calls })).toEqual([]);
    expect(passNetworkAcls(undefined, { calls })).toEqual([]);
  });
});
