import { type ITerraformDependable, TerraformStack } from "cdktf";
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
  return dependables.filter(
    (dependable) => !Construct.isConstruct(dependable) || TerraformStack.of(dependable) === stack,
  );
}
