import { describe, expect, it } from "vitest";
import type { WayOut } from "../../../modules/aws/way-out";
import type { NetworkSubnet } from "../../../modules/network/network";
import { commonWayOut, wayOutOfSome, wayOutOfTasks } from "../../../modules/network/way-out";
import { appSubnet, legacyNetwork } from "../../support/orders";

const subnet = (name: string, wayOut?: WayOut): NetworkSubnet => ({
  ...appSubnet,
  name,
  ...(wayOut === undefined ? {} : { wayOut }),
});
const isolated = subnet("isolated");
const nat = subnet("nat", "nat-gateway");
const proxy = subnet("proxy", { name: "a proxy" });

describe("the way out of several subnets", () => {
  it("is that of each of them", () => {
    expect(commonWayOut([nat, nat])).toBe("nat-gateway");
    expect(commonWayOut([proxy, subnet("other", { name: "a proxy" })])).toEqual({ name: "a proxy" });
  });

  it("has the names of all where there are several", () => {
    expect(commonWayOut([nat, proxy, nat])).toEqual({ name: "a NAT gateway or a proxy" });
  });

  it("is none where one of them has none, or where there is no subnet", () => {
    expect(commonWayOut([nat, isolated])).toBeUndefined();
    expect(commonWayOut([])).toBeUndefined();
  });
});

describe("the way out of tasks", () => {
  const web = { ...subnet("web", "internet-gateway"), tier: "public" } as const;
  const network = { ...legacyNetwork, subnets: [nat, isolated, web] };

  it("is that of the network, else that of their subnets", () => {
    expect(wayOutOfTasks({ ...network, wayOut: { name: "a proxy" } })).toEqual({ name: "a proxy" });
    expect(wayOutOfTasks(network)).toBeUndefined();
    expect(wayOutOfTasks(network, ["nat"])).toBe("nat-gateway");
  });

  it("is, as long as their subnets are not known, that of any subnet for tasks", () => {
    expect(wayOutOfSome(network)).toBe("nat-gateway");
    expect(wayOutOfSome({ ...network, subnets: [isolated] })).toBeUndefined();
  });
});
