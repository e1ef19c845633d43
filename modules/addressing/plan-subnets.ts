import { isRegion } from "../aws/region";
import { type Issue, issue } from "../issues/issue";
import { isUnresolved } from "../values/unresolved";
import { readVpcCidr } from "./check-cidr";
import { checkSubnets } from "./check-subnets";
import type { Cidr } from "./cidr";
import type { LaidOutSubnets, SubnetLayout } from "./subnet-layout";
import type { SubnetSpec } from "./subnet-spec";

/** What the subnets of a network are made from. */
export interface SubnetWish {
  readonly region: string;
  readonly cidrBlock: string;
  /** Zones of a computed layout. */
  readonly availabilityZones: readonly string[];
  readonly subnets: SubnetLayout | readonly SubnetSpec[];
}

/** The subnets of a network, and the VPC's block where it is known. */
export interface PlannedSubnets extends LaidOutSubnets {
  readonly cidr: Cidr | undefined;
}

/** The subnets of a network, and everything that is wrong with them. */
export function planSubnets(wish: SubnetWish): PlannedSubnets {
  const issues: Issue[] = [];
  const report = (issue: Issue) => issues.push(issue);
  const { region, cidrBlock } = wish;
  if (!isUnresolved(region) && !isRegion(region)) {
    report(
      issue("region-unknown", {
        path: "region",
        problem: `"${region}" is not the name of a Region`,
        why: "zones and the names of endpoint services are made from it",
        fix: 'write it as AWS does, for example "eu-west-1"',
      }),
    );
  }
  const cidr = readVpcCidr(cidrBlock, "the VPC", "cidrBlock", report);
  const laidOut = layOutSubnets(wish, cidr, report);
  if (laidOut === undefined) return { subnets: [], cidr, issues };
  issues.push(...checkSubnets(laidOut, { region, cidr, cidrBlock }));
  return { subnets: laidOut, cidr, issues };
}

/** The subnets, or `undefined` where they could not be laid out for a reason that was reported. */
function layOutSubnets(
  { subnets, availabilityZones, cidrBlock }: SubnetWish,
  cidr: ReturnType<typeof readVpcCidr>,
  report: (issue: Issue) => void,
): readonly SubnetSpec[] | undefined {
  if (typeof subnets !== "function") return subnets;
  if (cidr !== undefined) {
    const laidOut = subnets({ cidr, availabilityZones });
    for (const issue of laidOut.issues) report(issue);
    return laidOut.issues.length === 0 ? laidOut.subnets : undefined;
  }
  if (isUnresolved(cidrBlock)) {
    report(
      issue("layout-needs-cidr", {
        path: "subnets",
        problem: "the layout cannot be computed, because Terraform fills in cidrBlock only later",
        fix: "write the CIDR itself, or give every subnet its own: subnets: [{ cidrBlock: Fn.cidrsubnet(cidr, 8, 0), … }]",
      }),
    );
  }
  return undefined;
}
