/**
 * The family in the name of a task definition: `family`, `family:revision`, or its ARN. Whatever Terraform fills in stays in it.
 *
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Service.html
 *
 * @example familyInName("arn:aws:ecs:eu-west-1:123456789012:task-definition/orders:7") // "orders"
 */
export function familyInName(name: string): string {
  const [, inArn = name] = /^arn:[^/]*:task-definition\/(.*)$/s.exec(name) ?? [];
  return /^(?:\$\{[^}]*\}|[^:])*/.exec(inArn)?.[0] ?? inArn;
}
