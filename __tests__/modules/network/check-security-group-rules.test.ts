import { describe, expect, it } from "vitest";
import { Peer, SecurityGroup, type SecurityGroupRule } from "../../../modules";
import { checkSecurityGroupRules } from "../../../modules/network/check-security-group-rules";
import { configurationErrorOf } from "../../support/configuration-error-of";
import { newStack } from "../../support/synth";

const found = (rule: SecurityGroupRule) =>
  Array.from(checkSecurityGroupRules({ ingress: { web: rule } }), ({ code, path }) => `${code} ${path}`);

describe("rules of a security group", () => {
  it.each<[string, Peer, SecurityGroupRule["port"]]>([
    ["every address", Peer.cidr("0.0.0.0/0"), 443],
    ["one address", Peer.cidr("10.0.0.7/32"), 1],
    ["IPv6", Peer.ipv6Cidr("::/0"), 65_535],
    ["a block of IPv6", Peer.ipv6Cidr("2001:db8:1::/48"), "all"],
    ["what Terraform fills in", Peer.cidr("${var.office}"), 443],
    ["a group", Peer.securityGroup("sg-0a"), 443],
  ])("take %s", (_, peer, port) => {
    expect(found({ peer, port })).toEqual([]);
  });

  it.each<[string, Peer, SecurityGroupRule["port"], string]>([
    ["a prefix that is too long", Peer.cidr("10.0.0.0/33"), 443, "cidr-malformed ingress.web.peer"],
    ["a word", Peer.cidr("anywhere"), 443, "cidr-malformed ingress.web.peer"],
    ["host bits", Peer.cidr("10.0.0.7/24"), 443, "cidr-misaligned ingress.web.peer"],
    ["a block of IPv4 for IPv6", Peer.ipv6Cidr("10.0.0.0/8"), 443, "cidr-malformed ingress.web.peer"],
    ["a prefix that is too long for IPv6", Peer.ipv6Cidr("::/129"), 443, "cidr-malformed ingress.web.peer"],
    ["port 0", Peer.cidr("10.0.0.0/8"), 0, "port-out-of-range ingress.web.port"],
    ["port 99999", Peer.cidr("10.0.0.0/8"), 99_999, "port-out-of-range ingress.web.port"],
  ])("do not take %s", (_, peer, port, issue) => {
    expect(found({ peer, port })).toEqual([issue]);
  });

  it("say which block the one address would be", () => {
    const [issue] = checkSecurityGroupRules({ egress: { db: { peer: Peer.cidr("10.0.0.7/24"), port: 5432 } } });
    expect(issue?.fix).toBe("write 10.0.0.0/24, or 10.0.0.7/32 for the one address");
  });

  it("are checked by the group that has them", () => {
    const egress = { office: { peer: Peer.cidr("10.0.0.0/33"), port: 99_999 } };
    const { issues } = configurationErrorOf(
      () => new SecurityGroup(newStack(), "group", { vpcId: "vpc-0a", name: "group", egress }),
    );
    expect(issues.map(({ path }) => path)).toEqual(["egress.office.port", "egress.office.peer"]);
  });
});
