import { Fn, type IResolvable, Op, type TerraformMetaArguments, TerraformSelf } from "cdktf";
import { functionArgument } from "../internal/function-argument";
import { type Issue, issue } from "../issues/issue";

/** What Terraform has to find when it reads a data source, else it stops: a condition about `self`, and what is wrong then. */
export interface PlanAssertion {
  readonly condition: IResolvable;
  readonly issue: Issue;
}

/** Assertions as postconditions of the data source that shows whether they hold. */
export function postconditions(assertions: readonly PlanAssertion[]): Pick<TerraformMetaArguments, "lifecycle"> {
  if (assertions.length === 0) return {};
  return {
    lifecycle: {
      postcondition: assertions.map(({ condition, issue: { code, problem, why, fix } }) => ({
        condition,
        errorMessage: `${code}: ${problem}; ${why}; ${fix}`,
      })),
    },
  };
}

/** The DNS attributes of a VPC are on. */
export function dnsIsOn(network: string): readonly PlanAssertion[] {
  const attributes = [
    ["vpc-dns-support-off", "enable_dns_support"],
    ["vpc-dns-hostnames-off", "enable_dns_hostnames"],
  ] as const;
  return attributes.map(([code, attribute]) => ({
    condition: TerraformSelf.getAny(attribute),
    issue: issue(code, {
      problem: `${attribute} of the VPC of the network "${network}" is off`,
      fix: `set ${attribute} = true on the VPC`,
    }),
  }));
}

/** An attribute is as the network says. */
export function isAsSaid(what: string, attribute: string, said: string): PlanAssertion {
  return {
    condition: Op.eq(TerraformSelf.getAny(attribute), functionArgument(said)),
    issue: issue("network-contradicted", {
      problem: `the network says ${said} of ${what}, and that is not its ${attribute}`,
      fix: "correct the network",
    }),
  };
}

/** Something is in the VPC of its network. */
export function isInVpc(what: string, vpcId: string): PlanAssertion {
  return {
    condition: Op.eq(TerraformSelf.getAny("vpc_id"), vpcId),
    issue: issue("other-vpc", {
      problem: `${what} is in another VPC`,
      fix: "name one that is in the VPC of the network",
    }),
  };
}

/** Private DNS of an interface endpoint is on, and the endpoint is in subnets. */
export function answersForService(service: string): readonly PlanAssertion[] {
  return [
    {
      condition: TerraformSelf.getAny("private_dns_enabled"),
      issue: issue("private-dns-off", {
        problem: `private DNS is off for the endpoint for "${service}"`,
        fix: "set private_dns_enabled = true on the endpoint",
      }),
    },
    {
      condition: Op.gte(Fn.lengthOf(TerraformSelf.getAny("subnet_ids")), 1),
      issue: issue("endpoint-subnet-missing", {
        problem: `the endpoint for "${service}" is in no subnet`,
        fix: "set subnet_ids on the endpoint",
      }),
    },
  ];
}

/** A gateway endpoint is in the route table of a subnet. */
export function leadsToGateway(service: string, subnet: string, routeTableId: string): PlanAssertion {
  return {
    condition: Fn.contains(TerraformSelf.getAny("route_table_ids"), routeTableId),
    issue: issue("gateway-route-missing", {
      problem: `the route table of the subnet "${subnet}" has no route to the gateway endpoint for "${service}"`,
      fix: "add the id of the route table to route_table_ids of the endpoint",
    }),
  };
}
