/** What ecspresso looks up in a state of Terraform, in modules as well. Source: https://github.com/kayac/ecspresso#tfstate */
const LOOKUP = /^\{\{-?\s*(?:\w+_)?tfstatef?\s+["'`](?:module\.[\w-]+(?:\[[^\]]*\])?\.)*(?:data\.)?(aws_[a-z0-9_]+)\./;

/**
 * The type of the resource or data source that an expression at the start of a text refers to, as Terraform names it.
 *
 * Of a resource of CloudFormation the expression has the type before the name.
 *
 * @example referredType("${aws_ecr_repository.orders.repository_url}:1.4.2") // "aws_ecr_repository"
 * @example referredType("${AWS::ECR::Repository Orders.RepositoryUri}:1.4.2") // "aws_ecr_repository"
 * @example referredType("{{ tfstate `aws_ecr_repository.orders.repository_url` }}:1.4.2") // "aws_ecr_repository"
 */
export function referredType(text: string): string | undefined {
  const [, terraform, service = "", resource] =
    /^\$\{\s*(?:(?:data\.)?(aws_[a-z0-9_]+)\.|AWS::([A-Za-z0-9]+)::([A-Za-z0-9]+) )/.exec(text) ?? [];
  if (resource === undefined) return terraform ?? LOOKUP.exec(text)?.[1];
  return ["aws", service, resource.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_")].join("_").toLowerCase();
}

/**
 * The attribute of a resource or data source that an expression of Terraform is, which is the whole text.
 *
 * @example referredAttribute("${aws_secretsmanager_secret.orders.name}") // "name"
 */
export function referredAttribute(text: string): string | undefined {
  return /^\$\{\s*(?:data\.)?aws_\w+\.[\w-]+(?:\[[^\]]*\])?\.(\w+)\s*\}$/.exec(text)?.[1];
}
