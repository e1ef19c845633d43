import { parseCidr } from "../addressing/cidr";
import { isPort, LAST_PORT } from "../aws/limits";
import { type Issue, issue } from "../issues/issue";
import { asWritten } from "../text/words";
import { isUnresolved } from "../values/unresolved";
import type { Peer } from "./peer";
import type { SecurityGroupProps, SecurityGroupRule } from "./security-group-props";

/** Everything that is wrong with the rules of a security group, as far as literals show. */
export function* checkSecurityGroupRules(
  { ingress = {}, egress = {} }: Partial<Pick<SecurityGroupProps, "ingress" | "egress">> = {},
  path = "",
): Generator<Issue> {
  for (const [direction, rules] of Object.entries({ ingress, egress })) {
    for (const [name, rule] of Object.entries(rules)) {
      yield* checkRule(rule, [path, direction, name].filter((part) => part !== "").join("."));
    }
  }
}

function* checkRule({ peer, port }: SecurityGroupRule, path: string): Generator<Issue> {
  if (port !== "all" && !isUnresolved(port) && !isPort(port)) {
    yield issue("port-out-of-range", {
      path: `${path}.port`,
      problem: `${asWritten(port)} is not a port of a rule`,
      fix: `write a number from 1 to ${LAST_PORT}, for example 443, or "all" for every port of every protocol`,
    });
  }
  yield* checkPeer(peer, `${path}.peer`);
}

/** What is wrong with the block of a peer. */
export function* checkPeer(peer: Peer, path: string): Generator<Issue> {
  if (peer.kind === "ipv6-cidr") yield* checkIpv6(peer.ipv6CidrBlock, path);
  if (peer.kind !== "cidr" || isUnresolved(peer.cidrBlock)) return;
  const parsed = parseCidr(peer.cidrBlock);
  if ("cidr" in parsed) return;
  yield parsed.problem === "misaligned"
    ? issue("cidr-misaligned", {
        path,
        problem: `the CIDR ${peer.cidrBlock} of the peer has host bits set`,
        fix: `write ${parsed.aligned}, or ${peer.cidrBlock.replace(/\/.*/, "/32")} for the one address`,
      })
    : issue("cidr-malformed", {
        path,
        problem: `"${peer.cidrBlock}" of the peer is not an IPv4 CIDR`,
        fix: 'write a block such as "10.0.0.0/16", or Peer.securityGroup(id) for a security group',
      });
}

function* checkIpv6(block: string, path: string): Generator<Issue> {
  if (isUnresolved(block)) return;
  const [, address = "", length] = /^([0-9a-f:.]+)\/(\d{1,3})$/i.exec(block) ?? [];
  if (address.includes(":") && Number(length) <= 128) return;
  yield issue("cidr-malformed", {
    path,
    problem: `"${block}" of the peer is not an IPv6 CIDR`,
    why: "an IPv6 block is an address with colons, a slash and a prefix length from 0 to 128",
    fix: 'write a block such as "2001:db8::/32", or "::/0" for every address',
  });
}
