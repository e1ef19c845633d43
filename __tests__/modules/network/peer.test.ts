import { expect, it } from "vitest";
import { Peer } from "../../../modules";

it("names the other side of a rule by its kind", () => {
  expect(Peer.cidr("10.0.0.0/16")).toEqual({ kind: "cidr", cidrBlock: "10.0.0.0/16" });
  expect(Peer.ipv6Cidr("::/0")).toEqual({ kind: "ipv6-cidr", ipv6CidrBlock: "::/0" });
  expect(Peer.securityGroup("sg-1")).toEqual({ kind: "security-group", securityGroupId: "sg-1" });
  expect(Peer.prefixList("pl-1")).toEqual({ kind: "prefix-list", prefixListId: "pl-1" });
});
