import type { TerraformResource } from "./terraform-resource";

/**
 * Resources that do not create a thing but take over one that AWS has made, with a VPC or with the account.
 *
 * Source: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/default_vpc and its neighbours
 */
export function isAdopter({ type }: Pick<TerraformResource, "type">): boolean {
  return type.startsWith("aws_default_");
}
