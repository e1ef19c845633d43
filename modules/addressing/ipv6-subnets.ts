import { type Issue, issue } from "../issues/issue";
import { isUnresolved } from "../values/unresolved";
import { type Cidr, parseCidr } from "./cidr";
import type { SubnetSpec } from "./subnet-spec";

/** A VPC gets a /56 from Amazon, and a subnet a /64 of it: 256 blocks. Source: Amazon VPC User Guide, "VPC CIDR blocks". */
export const IPV6_SUBNET_BITS = 8;
const BLOCKS = 2 ** IPV6_SUBNET_BITS;

/**
 * The number of each subnet's /64 in the VPC's /56, by the subnet's name: its own `ipv6Index`, else the 256th of the VPC in
 * which the subnet starts. It depends on nothing but the subnet itself, so that a further subnet moves none.
 *
 * @param vpc the VPC's IPv4 block, `undefined` where Terraform fills it in
 */
export function* planIpv6Subnets(
  subnets: readonly SubnetSpec[],
  vpc: Cidr | undefined,
): Generator<Issue, ReadonlyMap<string, number>> {
  const indexes = new Map<string, number>();
  const takenBy = new Map<number, string>();
  for (const [position, subnet] of subnets.entries()) {
    const path = `subnets[${position}].ipv6Index`;
    const index = subnet.ipv6Index ?? computedIndex(subnet, vpc);
    if (index === undefined) {
      if (isUnresolved(subnet.cidrBlock) || vpc === undefined) yield unknownIssue(subnet, path);
      continue;
    }
    if (!Number.isInteger(index) || index < 0 || index >= BLOCKS) {
      yield rangeIssue(subnet, index, path);
      continue;
    }
    const other = takenBy.get(index);
    if (other !== undefined) {
      yield takenIssue(subnet, other, index, path);
      continue;
    }
    takenBy.set(index, subnet.name);
    indexes.set(subnet.name, index);
  }
  return indexes;
}

/** `undefined` where the subnet's block is not known, or wrong and reported elsewhere. */
function computedIndex({ cidrBlock }: SubnetSpec, vpc: Cidr | undefined): number | undefined {
  if (vpc === undefined || isUnresolved(cidrBlock)) return undefined;
  const parsed = parseCidr(cidrBlock);
  if (!("cidr" in parsed) || parsed.cidr.first < vpc.first || parsed.cidr.last > vpc.last) return undefined;
  return Math.floor((parsed.cidr.first - vpc.first) / ((vpc.last - vpc.first + 1) / BLOCKS));
}

function unknownIssue({ name, cidrBlock }: SubnetSpec, path: string): Issue {
  return issue("ipv6-index-unknown", {
    path,
    problem: `the IPv6 block of the subnet "${name}" cannot be computed from ${cidrBlock}`,
    fix: `write ipv6Index: a number from 0 to ${BLOCKS - 1}, another one for each subnet`,
  });
}

function rangeIssue({ name }: SubnetSpec, index: number, path: string): Issue {
  return issue("ipv6-index-out-of-range", {
    path,
    problem: `ipv6Index ${index} of the subnet "${name}" cannot be had`,
    fix: `write a whole number from 0 to ${BLOCKS - 1}`,
  });
}

function takenIssue({ name }: SubnetSpec, other: string, index: number, path: string): Issue {
  return issue("ipv6-index-taken", {
    path,
    problem: `the subnets "${other}" and "${name}" would both get the IPv6 block number ${index}`,
    fix: `write ipv6Index: a number from 0 to ${BLOCKS - 1} that no other subnet has`,
  });
}
