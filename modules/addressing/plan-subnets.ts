import { isRegion } from "../aws/region";
import { type Issue, issue } from "../issues/issue";
import { isUnresolved } from "../values/unresolved";
import { readVpcCidr } from "./check-cidr";
import { checkSubnets } from "./check-subnets";
import type { Cidr } from "./cidr";
import type { SubnetLayout } from "./subnet-layout";
import type { SubnetSpec } from "./subnet-spec";

/** What the subnets of a network are made from. */
export interface SubnetSource {
  readonly region: string;
  readonly cidrBlock: string;
  /** Zones of a computed layout. */
  readonly availabilityZones: readonly string[];
  readonly subnets: SubnetLayout | readonly SubnetSpec[];
}

/** The subnets of a network, and the VPC's block where it is known. */
export interface PlannedSubnets {
  readonly subnets: readonly SubnetSpec[];
  readonly cidr: Cidr | undefined;
}

/** Plans the subnets of a network, and finds everything that is wrong with them. */
export function* planSubnets(source: SubnetSource): Generator<Issue, PlannedSubnets> {
  const { region, cidrBlock } = source;
  if (!isUnresolved(region) && !isRegion(region)) {
    yield issue("region-unknown", {
      path: "region",
      problem: `"${region}" is not the name of a Region`,
      why: "zones and the names of endpoint services are made from it",
      fix: 'write it as AWS does, for example "eu-west-1"',
    });
  }
  const cidr = yield* readVpcCidr(cidrBlock, "the VPC", "cidrBlock");
  const subnets = yield* layOutSubnets(source, cidr);
  if (subnets !== undefined) yield* checkSubnets(subnets, { region, cidr, cidrBlock });
  return { subnets: subnets ?? [], cidr };
}

/** The subnets, or `undefined` where they could not be laid out for a reason that was found. */
function* layOutSubnets(
  { subnets, availabilityZones, cidrBlock }: SubnetSource,
  cidr: Cidr | undefined,
): Generator<Issue, readonly SubnetSpec[] | undefined> {
  if (typeof subnets !== "function") return subnets;
  if (cidr !== undefined) {
    const laidOut = subnets({ cidr, availabilityZones });
    yield* laidOut.issues;
    return laidOut.issues.length === 0 ? laidOut.subnets : undefined;
  }
  if (isUnresolved(cidrBlock)) {
    yield issue("layout-needs-cidr", {
      path: "subnets",
      problem: "the layout cannot be computed, because Terraform fills in cidrBlock only later",
      fix: "write the CIDR itself, or give every subnet its own: subnets: [{ cidrBlock: Fn.cidrsubnet(cidr, 8, 0), … }]",
    });
  }
  return undefined;
}
