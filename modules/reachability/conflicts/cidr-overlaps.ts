import { type Cidr, cidrsOverlap, containsCidr, formatCidr } from "../../addressing/cidr";
import { knownValue } from "../model/fact";
import type { Subnet } from "../model/network-model";
import { type ConflictRule, conflict } from "./conflict-rule";

/** Subnets of a VPC whose addresses overlap, or that are outside of it. AWS refuses both. */
export const cidrOverlaps: ConflictRule = function* (view) {
  for (const vpc of view.model.vpcs) {
    const blocks = knownValue(vpc.cidrBlocks);
    const subnets = view.subnetsIn(vpc.id).items.flatMap((subnet) => withBlock(subnet));
    for (const [subnet, cidr] of subnets) {
      if (blocks === undefined || blocks.some((block) => containsCidr(block, cidr))) continue;
      yield conflict("subnet-outside-vpc", {
        path: subnet.address,
        problem: `${subnet.address} has ${formatCidr(cidr)}, which is not in ${blocks.map(formatCidr).join(", ")} of ${vpc.address}`,
        why: "the addresses of a subnet are a part of those of its VPC",
        fix: `give ${subnet.address} a block of ${vpc.address}`,
      });
    }
    // In the order of their first address, a block that overlaps another one overlaps the one that reaches furthest so far.
    let furthest: readonly [Subnet, Cidr] | undefined;
    for (const [subnet, cidr] of subnets.sort(([, a], [, b]) => a.first - b.first)) {
      // Of two that exist already AWS refuses neither.
      const isNew = subnet.complete || furthest?.[0].complete === true;
      if (isNew && furthest !== undefined && cidrsOverlap(furthest[1], cidr)) {
        const [other, block] = furthest;
        yield conflict("subnets-overlap", {
          path: subnet.address,
          problem: `${subnet.address} (${formatCidr(cidr)}) and ${other.address} (${formatCidr(block)}) overlap`,
          why: "an address of a VPC is in one subnet",
          fix: `give ${subnet.address} a block that is free`,
        });
      }
      if (furthest === undefined || cidr.last > furthest[1].last) furthest = [subnet, cidr];
    }
  }
};

function withBlock(subnet: Subnet): (readonly [Subnet, Cidr])[] {
  return subnet.cidrBlock.known ? [[subnet, subnet.cidrBlock.value]] : [];
}
