import { describe, expect, it } from "vitest";
import { snapshotRoute } from "../../../modules/snapshot/snapshot-route";

describe("a route of a snapshot", () => {
  it.each([
    ["0.0.0.0/0", "igw-1", "cidr_block", "gateway_id"],
    ["0.0.0.0/0", "vgw-1", "cidr_block", "gateway_id"],
    ["0.0.0.0/0", "nat-1", "cidr_block", "nat_gateway_id"],
    ["10.0.0.0/8", "tgw-1", "cidr_block", "transit_gateway_id"],
    ["10.0.0.0/8", "pcx-1", "cidr_block", "vpc_peering_connection_id"],
    ["10.0.1.0/24", "vpce-1", "cidr_block", "vpc_endpoint_id"],
    ["::/0", "eigw-1", "ipv6_cidr_block", "egress_only_gateway_id"],
    ["pl-1", "eni-1", "prefix_list_id", "network_interface_id"],
    [
      "10.0.0.0/8",
      "arn:aws:networkmanager::123456789012:core-network/core-network-1",
      "cidr_block",
      "core_network_arn",
    ],
  ])("to %s by %s is that of aws_route", (destination, target, ofDestination, ofTarget) => {
    expect(snapshotRoute({ destination, target })).toEqual({ destination: ofDestination, target: ofTarget });
  });

  it("whose target is gone leads nowhere: the default one is none, another still takes packets", () => {
    expect(snapshotRoute({ destination: "0.0.0.0/0" })).toBeUndefined();
    expect(snapshotRoute({ destination: "10.0.0.0/8" })).toEqual({ destination: "cidr_block" });
  });
});
