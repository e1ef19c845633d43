/**
 * The type of the resource or data source that an expression at the start of a text refers to.
 *
 * @example referredType("${aws_ecr_repository.orders.repository_url}:1.4.2") // "aws_ecr_repository"
 */
export function referredType(text: string): string | undefined {
  return /^\$\{\s*(?:data\.)?(aws_[a-z0-9_]+)\./.exec(text)?.[1];
}
