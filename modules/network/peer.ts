/** An IPv4 block as the other side of a security-group rule. */
export interface CidrPeer {
  readonly kind: "cidr";
  /** The block, for example `"10.0.0.0/16"`. */
  readonly cidrBlock: string;
}

/** An IPv6 block as the other side of a security-group rule. */
export interface Ipv6CidrPeer {
  readonly kind: "ipv6-cidr";
  /** The block, for example `"2001:db8::/56"`. */
  readonly ipv6CidrBlock: string;
}

/** A security group as the other side: whatever carries it. */
export interface SecurityGroupPeer {
  readonly kind: "security-group";
  /** Id of the group, for example `"sg-0123456789abcdef0"`. */
  readonly securityGroupId: string;
}

/** A managed prefix list as the other side, for example the addresses of S3 in the Region. */
export interface PrefixListPeer {
  readonly kind: "prefix-list";
  /** Id of the list, for example `"pl-6da54004"`. */
  readonly prefixListId: string;
}

/** The other side of a security-group rule. */
export type Peer = CidrPeer | Ipv6CidrPeer | SecurityGroupPeer | PrefixListPeer;

/** Names the other side of a security-group rule. */
export const Peer = {
  /** The addresses of an IPv4 block, for example `"10.0.0.0/16"`. */
  cidr(cidrBlock: string): CidrPeer {
    return { kind: "cidr", cidrBlock };
  },
  /** The addresses of an IPv6 block, for example `"::/0"`. */
  ipv6Cidr(ipv6CidrBlock: string): Ipv6CidrPeer {
    return { kind: "ipv6-cidr", ipv6CidrBlock };
  },
  /** Every network interface that carries the security group. */
  securityGroup(securityGroupId: string): SecurityGroupPeer {
    return { kind: "security-group", securityGroupId };
  },
  /** The addresses of a managed prefix list. */
  prefixList(prefixListId: string): PrefixListPeer {
    return { kind: "prefix-list", prefixListId };
  },
} as const;
