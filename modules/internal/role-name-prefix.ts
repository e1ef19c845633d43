/** AWS allows 38 characters, to which Terraform adds 26. Source: the provider's `aws_iam_role`, `name_prefix`. */
const LONGEST_NAME_PREFIX = 38;

/** How the name of a role, or of its instance profile, starts where Terraform makes it. */
export function roleNamePrefix(start: string): string {
  return start.slice(0, LONGEST_NAME_PREFIX);
}
