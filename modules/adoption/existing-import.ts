import { hclBlock, hclText } from "./hcl";
import { type Counterparts, valueToBe } from "./match-resources";
import type { ResourceOfPlan } from "./resources-of-plan";

/** The types that are imported by an attribute which the configuration says. */
const BY_NAME: ReadonlySet<string> = new Set([
  "aws_cloudwatch_log_group",
  "aws_ecr_repository",
  "aws_ecs_cluster",
  "aws_iam_instance_profile",
  "aws_iam_role",
  "aws_ssm_parameter",
]);

/** The types whose id AWS makes: what the data source of the same name is asked with, and what it answers. */
const LOOKED_UP: ReadonlyMap<string, { readonly by: readonly string[]; readonly id: string }> = new Map([
  ["aws_iam_policy", { by: ["name"], id: "arn" }],
  ["aws_lb", { by: ["name"], id: "arn" }],
  ["aws_lb_target_group", { by: ["name"], id: "arn" }],
  ["aws_secretsmanager_secret", { by: ["name"], id: "arn" }],
  ["aws_security_group", { by: ["vpc_id", "name"], id: "id" }],
  ["aws_subnet", { by: ["vpc_id", "cidr_block"], id: "id" }],
  ["aws_vpc_endpoint", { by: ["vpc_id", "service_name"], id: "id" }],
]);

/**
 * The blocks that import what the account has and no state; `undefined` where nothing says by which id.
 *
 * @param data name of the data source that finds the id, where one is needed
 */
export function existingImport(
  resource: ResourceOfPlan,
  counterparts: Counterparts,
  data: string,
): readonly string[] | undefined {
  const { address, type } = resource;
  if (BY_NAME.has(type)) {
    const name = valueToBe(resource, "name", counterparts);
    return typeof name === "string" ? [importBlock(address, hclText(name))] : undefined;
  }
  const lookup = LOOKED_UP.get(type);
  if (lookup === undefined) return undefined;
  const values = lookup.by.map((attribute) => [attribute, valueToBe(resource, attribute, counterparts)] as const);
  const lines = values.flatMap(([name, value]) => (typeof value === "string" ? [`${name} = ${hclText(value)}`] : []));
  if (lines.length < values.length) return undefined;
  return [hclBlock(`data "${type}" "${data}"`, lines), importBlock(address, `data.${type}.${data}.${lookup.id}`)];
}

function importBlock(to: string, id: string): string {
  return hclBlock("import", [`to = ${to}`, `id = ${id}`]);
}
