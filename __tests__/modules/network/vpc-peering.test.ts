import { describe, expect, it } from "vitest";
import { dedicatedEndpointSubnets, PrivateNetwork, VpcPeering } from "../../../modules";
import { legacyNetwork } from "../../support/orders";
import { synth } from "../../support/synth";

const synthPeering = (isDedicated = false) =>
  synth((scope) => {
    const network = new PrivateNetwork(scope, "network", {
      ...{ region: "eu-west-1", availabilityZones: ["eu-west-1a", "eu-west-1b"] },
      ...(isDedicated ? { subnets: dedicatedEndpointSubnets() } : {}),
    });
    return new VpcPeering(scope, "peering", { network, peer: legacyNetwork });
  });

describe("VpcPeering", () => {
  it("is accepted by itself", () => {
    const [connection] = synthPeering().all("aws_vpc_peering_connection");
    expect(connection?.attributes).toMatchObject({ auto_accept: true, peer_vpc_id: legacyNetwork.vpcId });
  });

  it("has a route in each route table of both networks, once", () => {
    const routes = synthPeering().all("aws_route");
    expect(routes.map(({ attributes }) => attributes["destination_cidr_block"]).sort()).toEqual([
      "10.0.0.0/16",
      "172.20.0.0/16",
      "172.20.0.0/16",
    ]);
  });

  it("has none in the main route table", () => {
    const tables = synthPeering(true)
      .all("aws_route")
      .map(({ attributes }) => attributes["route_table_id"]);
    expect(tables).toContain("rtb-0a");
    expect(new Set(tables).size).toBe(tables.length);
  });
});
