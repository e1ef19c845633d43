import { dataNames } from "./data-names";
import { hclBlock, hclText } from "./hcl";
import { type Counterparts, nameTag, valueToBe } from "./match-resources";
import { isOfRoot, providerLine } from "./provider-of-plan";
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

/** How the data source of the same name finds something. */
interface Lookup {
  /** The attributes that it is asked with. */
  readonly by: readonly string[];
  /** The attribute that it answers and by which the resource is imported. */
  readonly id: string;
  /** Whether only the tag Name tells it from others. */
  readonly byNameTag?: true;
}

/** The types whose id AWS makes. */
const LOOKED_UP: ReadonlyMap<string, Lookup> = new Map<string, Lookup>([
  ["aws_iam_policy", { by: ["name"], id: "arn" }],
  ["aws_lb", { by: ["name"], id: "arn" }],
  ["aws_lb_target_group", { by: ["name"], id: "arn" }],
  ["aws_route_table", { by: ["vpc_id"], id: "id", byNameTag: true }],
  ["aws_secretsmanager_secret", { by: ["name"], id: "arn" }],
  ["aws_security_group", { by: ["vpc_id", "name"], id: "id" }],
  ["aws_subnet", { by: ["vpc_id", "cidr_block"], id: "id" }],
  ["aws_vpc", { by: ["cidr_block"], id: "id", byNameTag: true }],
  ["aws_vpc_endpoint", { by: ["vpc_id", "service_name"], id: "id" }],
]);

/** The blocks that import what the account has and no state, by address; none where nothing says by which id. */
export function existingImports(
  resources: readonly ResourceOfPlan[],
  counterparts: Counterparts,
): ReadonlyMap<string, readonly string[]> {
  const names = dataNames(resources.map(({ address }) => address));
  const found = new Map<string, readonly string[]>();
  /** What finds the id that an attribute takes, of what has been found. */
  const lookedUp = (resource: ResourceOfPlan, attribute: string): string | undefined => {
    const reference = resource.references.get(attribute);
    const other = resources.find(({ address }) => address === reference?.address);
    if (other === undefined || !found.has(other.address)) return undefined;
    if (LOOKED_UP.get(other.type)?.id !== reference?.attribute) return undefined;
    return idOf(other, names);
  };
  // What is in a VPC is found by it: each round knows more.
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const resource of resources.filter(({ address }) => !found.has(address))) {
      const blocks = importOf(resource, names, (attribute) => {
        const value = valueToBe(resource, attribute, counterparts);
        return typeof value === "string" ? hclText(value) : lookedUp(resource, attribute);
      });
      if (blocks !== undefined) found.set(resource.address, blocks);
    }
  }
  return found;
}

function importOf(
  resource: ResourceOfPlan,
  names: ReadonlyMap<string, string>,
  expressionOf: (attribute: string) => string | undefined,
): readonly string[] | undefined {
  const { address, type, provider } = resource;
  if (BY_NAME.has(type)) {
    const name = expressionOf("name");
    return name === undefined ? undefined : [importBlock(address, name)];
  }
  const lookup = LOOKED_UP.get(type);
  if (lookup === undefined || !isOfRoot(provider)) return undefined;
  const tag = lookup.byNameTag && nameTag(resource);
  if (lookup.byNameTag && typeof tag !== "string") return undefined;
  const lines = lookup.by.flatMap((attribute) => {
    const expression = expressionOf(attribute);
    return expression === undefined ? [] : [`${attribute} = ${expression}`];
  });
  if (lines.length < lookup.by.length) return undefined;
  const tags = typeof tag === "string" ? [`tags = { Name = ${hclText(tag)} }`] : [];
  return [
    hclBlock(`data "${type}" "${names.get(address)}"`, [...providerLine(provider), ...lines, ...tags]),
    importBlock(address, idOf(resource, names)),
  ];
}

function idOf({ address, type }: ResourceOfPlan, names: ReadonlyMap<string, string>): string {
  return `data.${type}.${names.get(address)}.${LOOKED_UP.get(type)?.id}`;
}

function importBlock(to: string, id: string): string {
  return hclBlock("import", [`to = ${to}`, `id = ${id}`]);
}
