import { describe, expect, it } from "vitest";
import {
  EndpointPlan,
  FargateService,
  HubEndpoints,
  PrivateNetwork,
  proveReachability,
  SpokeNetwork,
  VpcEndpoints,
  type VpcEndpointsProps,
  VpcPeering,
} from "../../../modules";
import { ordersTask } from "../../support/orders";
import { synth } from "../../support/synth";

const services = EndpointPlan.forTasks([ordersTask]);
const zones = { region: "eu-west-1", availabilityZones: ["eu-west-1a", "eu-west-1b"] };

function synthSpoke(isConnected = true, hubBlock = "10.1.0.0/16", more: Partial<VpcEndpointsProps> = {}) {
  return synth((scope) => {
    const hubNetwork = new PrivateNetwork(scope, "hub-network", { ...zones, cidrBlock: hubBlock });
    const hub = new HubEndpoints(scope, "hub", { network: hubNetwork, services });
    const own = new PrivateNetwork(scope, "network", zones);
    const connection = isConnected
      ? { connection: new VpcPeering(scope, "peering", { network: own, peer: hubNetwork }) }
      : {};
    const network = new SpokeNetwork(scope, "spoke", { network: own, hub, ...connection });
    const endpoints = new VpcEndpoints(scope, "endpoints", { network, services, ...more });
    return new FargateService(scope, "service", { network, endpoints, task: ordersTask });
  });
}

describe("SpokeNetwork", () => {
  it("reaches the services of the hub, with S3 in its own VPC: the proof shows it", () => {
    const proof = proveReachability([synthSpoke().json]);
    expect(proof.verdict).toBe("proved");
    expect(proof.conflicts).toEqual([]);
  });

  it("has network ACLs, where they are generated, that let the calls to the hub pass", () => {
    const stack = synthSpoke(true, "10.1.0.0/16", { networkAcls: "generated" });
    expect(proveReachability([stack.json]).verdict).toBe("proved");
    const rules = stack.all("aws_network_acl_rule").map(({ path, attributes }) => [path, attributes["cidr_block"]]);
    expect(rules.filter(([, block]) => block === "10.1.0.0/16")).toEqual([
      ["endpoints/network-acls/tasks-egress-10-1-0-0-16-443", "10.1.0.0/16"],
      ["endpoints/network-acls/tasks-ingress-10-1-0-0-16-answers", "10.1.0.0/16"],
    ]);
  });

  it("lets tasks out to the block of the hub, once, and to the prefix list of S3", () => {
    const rules = synthSpoke().all("aws_vpc_security_group_egress_rule");
    expect(rules.map(({ attributes }) => attributes["cidr_ipv4"] ?? "prefix list")).toEqual([
      "10.1.0.0/16",
      "prefix list",
    ]);
  });

  it("lets the endpoints of the hub admit its block", () => {
    const rules = synthSpoke().all("aws_vpc_security_group_ingress_rule");
    expect(rules.map(({ attributes }) => attributes["cidr_ipv4"])).toEqual(["10.0.0.0/16"]);
  });

  it("sees each zone of the hub", () => {
    expect(synthSpoke().all("aws_route53_zone_association")).toHaveLength(3);
  });

  it("has no endpoint of its own but the gateway endpoint of S3", () => {
    const endpoints = synthSpoke().all("aws_vpc_endpoint");
    expect(endpoints.filter(({ attributes }) => attributes["vpc_endpoint_type"] === "Gateway")).toHaveLength(1);
    expect(endpoints).toHaveLength(4);
  });

  it.each([
    ["without a connection", false, "10.1.0.0/16", "vpc-route-missing"],
    ["with a hub in the same block", true, "10.0.0.0/16", "vpc-blocks-overlap"],
  ])("does not reach the hub %s, which the synthesis says", (_, isConnected, block, code) => {
    expect(() => synthSpoke(isConnected, block)).toThrow(code);
  });
});
