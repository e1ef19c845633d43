import { groupedBy } from "../../values/grouped-by";
import { knownValue } from "../model/fact";
import type { Endpoint } from "../model/network-model";
import { type ConflictRule, conflict } from "./conflict-rule";

/** Quotas of endpoints. Source: https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html */
const INTERFACE_PER_VPC = 50;
const GATEWAY_PER_REGION = 20;
const GATEWAY_PER_VPC = 255;

/** More endpoints than AWS allows, or allows without asking. */
export const quotas: ConflictRule = function* (view) {
  const ofType = (wanted: string) => view.model.endpoints.filter(({ type }) => knownValue(type) === wanted);
  const vpcOf = ({ vpc }: Endpoint) => knownValue(vpc)?.text;
  for (const [vpc, endpoints] of groupedBy(ofType("Interface"), vpcOf)) {
    if (vpc === undefined || endpoints.length <= INTERFACE_PER_VPC) continue;
    yield overQuota(endpoints, `interface endpoints in the VPC ${vpc}`, INTERFACE_PER_VPC, true);
  }
  for (const [vpc, endpoints] of groupedBy(ofType("Gateway"), vpcOf)) {
    if (vpc === undefined || endpoints.length <= GATEWAY_PER_VPC) continue;
    yield overQuota(endpoints, `gateway endpoints in the VPC ${vpc}`, GATEWAY_PER_VPC, false);
  }
  const regionOf = ({ vpc }: Endpoint) => (vpc.known ? knownValue(view.vpc(vpc.value).region) : undefined);
  for (const [region, endpoints] of groupedBy(ofType("Gateway"), regionOf)) {
    if (region === undefined || endpoints.length <= GATEWAY_PER_REGION) continue;
    yield overQuota(endpoints, `gateway endpoints in ${region}`, GATEWAY_PER_REGION, true);
  }
};

function overQuota(endpoints: readonly Endpoint[], what: string, quota: number, adjustable: boolean) {
  return conflict("endpoint-quota", {
    severity: adjustable ? "warning" : "error",
    path: endpoints.at(quota)?.address ?? "",
    problem: `there are ${endpoints.length} ${what}`,
    why: adjustable ? `an account has ${quota} unless it has asked for more` : `there can be ${quota} at most`,
    fix: adjustable
      ? "ask AWS for a higher quota before the apply, or share endpoints"
      : "share endpoints between tasks",
  });
}
