import { describe, expect, it } from "vitest";
import {
  EndpointPlan,
  FargateService,
  HubEndpoints,
  PrivateNetwork,
  proveReachability,
  SpokeNetwork,
  TransitGateway,
  TransitGatewayConnection,
  VpcEndpoints,
} from "../../../modules";
import { ordersTask } from "../../support/orders";
import { synth } from "../../support/synth";

const services = EndpointPlan.forTasks([ordersTask]);
const zones = { region: "eu-west-1", availabilityZones: ["eu-west-1a", "eu-west-1b"] };

/** A hub with spokes over a transit gateway. */
function synthSpokes(blocks: readonly string[] = ["10.0.0.0/16", "10.2.0.0/16"]) {
  return synth((scope) => {
    const shared = new PrivateNetwork(scope, "shared", { ...zones, cidrBlock: "10.1.0.0/16" });
    const hub = new HubEndpoints(scope, "hub", { network: shared, services });
    const gateway = new TransitGateway(scope, "gateway", { network: shared });
    blocks.forEach((cidrBlock, index) => {
      const own = new PrivateNetwork(scope, `network-${index}`, { ...zones, cidrBlock });
      const connection = new TransitGatewayConnection(scope, `connection-${index}`, { network: own, gateway });
      const network = new SpokeNetwork(scope, `spoke-${index}`, { network: own, hub, connection });
      const endpoints = new VpcEndpoints(scope, `endpoints-${index}`, { network, services });
      const task = { ...ordersTask, family: `orders-${index}` };
      new FargateService(scope, `service-${index}`, { network, endpoints, task });
    });
  });
}

describe("TransitGatewayConnection", () => {
  it("leads the tasks of each spoke to the endpoints of the hub, and their answers back: the proof shows it", () => {
    const proof = proveReachability([synthSpokes().json]);
    expect(proof.tasks).toHaveLength(2);
    expect(proof.conflicts).toEqual([]);
    expect(proof.verdict).toBe("proved");
  });

  it("attaches each network by one subnet in each zone", () => {
    const attachments = synthSpokes().all("aws_ec2_transit_gateway_vpc_attachment");
    expect(attachments).toHaveLength(3);
    for (const { attributes } of attachments) expect(attributes["subnet_ids"]).toHaveLength(2);
  });

  it("makes routes to the hub and back, and none between spokes, once the VPC is attached", () => {
    const routes = synthSpokes()
      .all("aws_route")
      .map(({ attributes }) => attributes);
    const blocks = routes.map((each) => String(each["destination_cidr_block"]));
    expect(blocks.filter((block) => block === "10.1.0.0/16").length).toBe(blocks.length / 2);
    for (const each of routes)
      expect(each["transit_gateway_id"]).toMatch(/^\$\{aws_ec2_transit_gateway_vpc_attachment\./);
  });

  it("is found missing by the proof", () => {
    const { json } = synthSpokes(["10.0.0.0/16"]);
    const without = JSON.parse(JSON.stringify(json));
    for (const name of Object.keys(without.resource.aws_route)) {
      if (name.includes("route-back")) delete without.resource.aws_route[name];
    }
    const codes = proveReachability([without]).tasks.flatMap(({ dependencies }) =>
      dependencies.map(({ issue }) => issue?.code),
    );
    expect(codes).toContain("vpc-route-missing");
  });
});
