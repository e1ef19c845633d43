import type { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import type { PolicyStatement } from "../aws/policy-document";
import { isUnresolved } from "../values/unresolved";
import { type EndpointUser, policyHolders } from "./policy-holders";
import { TaskArns } from "./task-arns";
import type { VpcEndpoints } from "./vpc-endpoints";

/** Whether endpoints stand in another stack than a construct, one that is deployed before. */
export function isOfOtherStack(endpoints: VpcEndpoints, construct: Construct): boolean {
  return TerraformStack.of(endpoints) !== TerraformStack.of(construct);
}

/** Whether the policies of endpoints know what a construct makes by its names, because they stand in another stack. */
export function knowByName(user: EndpointUser, construct: Construct): boolean {
  return policyHolders(user).some((endpoints) => isOfOtherStack(endpoints, construct));
}

/** What makes the ARNs of all that other stacks ask: one for all, since each asks Terraform for the account. */
export function arnsOf(endpoints: VpcEndpoints): TaskArns {
  const known = endpoints.node.tryFindChild("arns");
  return known instanceof TaskArns ? known : new TaskArns(endpoints, "arns", { region: endpoints.network.region });
}

/** A role of another stack by what its name begins with. */
export function rolePattern(
  { nameInput: name, namePrefixInput: prefix, pathInput: path = "/" }: IamRole,
  arns: TaskArns,
): string {
  const pattern = `${path}${name ?? `${prefix ?? ""}*`}`;
  return arns.roleArn(isUnresolved(pattern) ? "/*" : pattern);
}

/** A statement without what only another stack knows: it is about any thing, and under fewer conditions. */
export function withoutExpressions({ resources, conditions, ...rest }: PolicyStatement): PolicyStatement {
  const known = Object.entries(conditions ?? {}).map(
    ([operator, keys]) =>
      [operator, Object.fromEntries(Object.entries(keys).filter(([, values]) => !isUnresolved(values)))] as const,
  );
  return {
    ...rest,
    ...(resources === undefined ? {} : { resources: resources.map((arn) => (isUnresolved(arn) ? "*" : arn)) }),
    ...(conditions === undefined ? {} : { conditions: Object.fromEntries(known) }),
  };
}
