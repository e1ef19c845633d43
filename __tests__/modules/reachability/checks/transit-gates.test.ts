import { describe, expect, it } from "vitest";
import { transitGates } from "../../../../modules/reachability/checks/transit-gates";
import type { Subnet } from "../../../../modules/reachability/model/network-model";
import { NetworkView } from "../../../../modules/reachability/model/network-view";
import { readNetworkModel } from "../../../../modules/reachability/reading/read-network-model";
import { readTerraform } from "../../../../modules/reachability/terraform/read-terraform";
import { withEndpointHub, withTransitHub } from "../support/endpoint-hub";
import type { TerraformFixture } from "../support/terraform-fixture";

const ATTACHED_HUB = "aws_ec2_transit_gateway_vpc_attachment.hub";

/** The gates from one subnet to another, by the addresses of their subnets. */
function gates(network: TerraformFixture, from: string, to: string, sources = [from]) {
  const view = new NetworkView(readNetworkModel(readTerraform([network.json])));
  const subnet = (name: string): Subnet => {
    const found = view.model.subnets.find(({ address }) => address === `aws_subnet.${name}`);
    if (found === undefined) throw new Error(`there is no subnet ${name}`);
    return found;
  };
  const found = transitGates(view, subnet(from), subnet(to), sources.map(subnet));
  return found && { entries: found.entries.map(nameOf), exits: found.exits?.map(nameOf) };
}

const nameOf = ({ address }: Subnet) => address.replace("aws_subnet.", "");

describe("gates of a transit gateway", () => {
  it("are those of the zone in which packets start", () => {
    expect(gates(withTransitHub(), "app_a", "hub_b")).toEqual({ entries: ["app_a"], exits: ["hub_a"] });
    expect(gates(withTransitHub(), "hub_b", "app_a")).toEqual({ entries: ["hub_b"], exits: ["app_b"] });
    expect(gates(withTransitHub(), "app_a", "hub_b", ["app_a", "app_b"])?.exits).toEqual(["hub_a", "hub_b"]);
  });

  it("are all through which packets may arrive where none is in their zone, or in appliance mode", () => {
    const all = ["hub_a", "hub_b"];
    const elsewhere = withTransitHub().set("aws_subnet.app_a", { availability_zone: "eu-west-1c" });
    expect(gates(elsewhere, "app_a", "hub_b")?.exits).toEqual(all);
    const appliance = withTransitHub().set(ATTACHED_HUB, { appliance_mode_support: "enable" });
    expect(gates(appliance, "app_a", "hub_b")?.exits).toEqual(all);
    const perhaps = withTransitHub().set(ATTACHED_HUB, { appliance_mode_support: "${var.appliance}" });
    expect(gates(perhaps, "app_a", "hub_b")?.exits).toEqual(all);
  });

  it("are all where zones of another account have the same names", () => {
    const shared = withTransitHub();
    shared.json["provider"] = {
      aws: [{ region: "eu-west-1" }, { alias: "other", region: "eu-west-1", profile: "network" }],
    };
    for (const name of ["hub_a", "hub_b"]) shared.set(`aws_subnet.${name}`, { provider: "aws.other" });
    expect(gates(shared, "app_a", "hub_b")?.exits).toEqual(["hub_a", "hub_b"]);
    expect(gates(shared, "app_a", "hub_b")?.entries).toEqual(["app_a"]);
  });

  it("are not known where the attachment or its subnets are not", () => {
    expect(gates(withTransitHub().remove(ATTACHED_HUB), "app_a", "hub_b")?.exits).toBeUndefined();
    const vague = withTransitHub().set(ATTACHED_HUB, { subnet_ids: "${var.subnets}" });
    expect(gates(vague, "app_a", "hub_b")?.exits).toBeUndefined();
  });

  it("are none where no route leads to a transit gateway", () => {
    expect(gates(withEndpointHub(), "app_a", "hub_b")).toBeUndefined();
    expect(gates(withTransitHub(), "app_a", "app_b")).toBeUndefined();
  });
});
