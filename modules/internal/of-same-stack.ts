import { type ITerraformDependable, TerraformResource, TerraformStack } from "cdktf";
import { Construct } from "constructs";

/**
 * What of `dependables` Terraform can name in a `depends_on` of the construct's stack. What is in another stack exists
 * already when this one is deployed: cdktf orders the stacks by the references between them.
 */
export function ofSameStack(
  construct: Construct,
  dependables: readonly ITerraformDependable[],
): ITerraformDependable[] {
  const stack = TerraformStack.of(construct);
  return dependables
    .filter((dependable) => !Construct.isConstruct(dependable) || TerraformStack.of(dependable) === stack)
    .map(byAddress);
}

/**
 * A resource by its address as text: its `fqn` is a token, made with a stack trace and resolved again, for an address that
 * is known already. `npm run bench` shows the difference in the growth with the number of stacks.
 */
function byAddress(dependable: ITerraformDependable): ITerraformDependable {
  return TerraformResource.isTerraformResource(dependable)
    ? { fqn: `${dependable.terraformResourceType}.${dependable.friendlyUniqueId}` }
    : dependable;
}
