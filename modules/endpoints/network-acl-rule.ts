import type { GatewayServiceName } from "../aws/endpoint-services/catalog";
import { stableNumber } from "../values/stable-number";
import type { NetworkAclDirection, NetworkAclName } from "./network-acls-props";

/** The other side of a rule: the VPC, a service by the blocks of its prefix list, or an IPv4 block. */
export type GeneratedRulePeer =
  | { readonly kind: "vpc" | "vpc-ipv6" }
  | { readonly kind: "service"; readonly service: GatewayServiceName }
  | { readonly kind: "cidr"; readonly cidrBlock: string };

/** A rule of a generated network ACL, which allows TCP. */
export interface GeneratedRule {
  readonly acl: NetworkAclName;
  readonly direction: NetworkAclDirection;
  readonly peer: GeneratedRulePeer;
  /** The port of what is called, or the ports on which answers come back. */
  readonly port: number | "answers";
}

/**
 * Ports on which answers come back: whatever a client of any system takes, a load balancer and a NAT gateway as well. Source: Amazon VPC
 * User Guide, "Ephemeral ports".
 */
export const EPHEMERAL_PORTS = { from: 1024, to: 65535 } as const;

/** The first numbers of the rules for the blocks of a prefix list, of which a network ACL has 40 at most. */
const OF_SERVICES = { s3: 200, dynamodb: 300, s3express: 400 } as const satisfies Record<GatewayServiceName, number>;
const ANSWERS = { vpc: 100, "vpc-ipv6": 101 } as const;

/** AWS takes numbers up to 32766. Below are left those of rules that must come before all that are generated. */
const CHOSEN = { least: 1000, places: 30_000 } as const;

/** What a rule is called, and nothing else in its network ACLs: part of the address of its resource. */
export function ruleId({ acl, direction, peer, port }: GeneratedRule): string {
  return [acl, direction, ...peerName(peer), port].join("-");
}

function peerName(peer: GeneratedRulePeer): readonly string[] {
  switch (peer.kind) {
    case "vpc":
      return [];
    case "vpc-ipv6":
      return ["ipv6"];
    case "service":
      return [peer.service];
    case "cidr":
      return [peer.cidrBlock.replaceAll(/[./]/g, "-")];
  }
}

/**
 * The numbers of the rules of one direction of a network ACL, by their ids. All of them allow, so that their order says nothing: a number follows
 * from what its rule is about, and a further rule leaves the others where they are. Where two come to the same number, the later one
 * in the alphabet takes the next that is free.
 */
export function ruleNumbers(rules: readonly GeneratedRule[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  const taken = new Set<number>();
  for (const rule of rules.toSorted((a, b) => (ruleId(a) < ruleId(b) ? -1 : 1))) {
    const number = fixedNumber(rule) ?? firstFree(CHOSEN.least + stableNumber(ruleId(rule), CHOSEN.places), taken);
    taken.add(number);
    numbers.set(ruleId(rule), number);
  }
  return numbers;
}

function fixedNumber({ peer, port }: GeneratedRule): number | undefined {
  if (peer.kind === "service") return OF_SERVICES[peer.service];
  return peer.kind === "cidr" || port !== "answers" ? undefined : ANSWERS[peer.kind];
}

function firstFree(start: number, taken: ReadonlySet<number>): number {
  let number = start;
  while (taken.has(number)) number++;
  return number;
}
