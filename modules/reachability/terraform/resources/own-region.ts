import type { TerraformResource } from "./terraform-resource";

/**
 * Whether the argument `region` of a resource or data source is where it is, as from provider 6 on. Before that one data source was
 * looked up by the Region of the other side.
 *
 * Source: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/enhanced-region-support
 */
export function hasOwnRegion({ mode, type }: Pick<TerraformResource, "mode" | "type">): boolean {
  return type.startsWith("aws_") && !(mode === "data" && type === "aws_vpc_peering_connection");
}
