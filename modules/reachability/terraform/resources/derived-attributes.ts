import { arnPartition, partitionOf } from "../../../aws/region";
import { ownMember } from "../../../values/own-member";
import { ABSENT, isAbsent, joinText, literal, type ReferenceValue, type Value } from "../expressions/value";
import { attributeReference, type TerraformResource } from "./terraform-resource";

/** How AWS makes an attribute out of others: `{name}` is an argument, `{region}`, `{account}`, … what surrounds it. */
const DERIVED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerregistry.html
  aws_ecr_repository: {
    arn: "arn:{partition}:ecr:{region}:{account}:repository/{name}",
    repository_url: "{account}.dkr.ecr.{region}.{dnsSuffix}/{name}",
  },
  // Source: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/data-sources/ecr_image
  aws_ecr_image: { image_uri: "{registry}.dkr.ecr.{region}.{dnsSuffix}/{repository_name}@{image_digest}" },
  // Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html
  aws_cloudwatch_log_group: { arn: "arn:{partition}:logs:{region}:{account}:log-group:{name}" },
  // Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
  aws_s3_bucket: { arn: "arn:{partition}:s3:::{bucket}", id: "{bucket}" },
  // Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
  aws_iam_role: { arn: "arn:{partition}:iam::{account}:role{path}{name}" },
  // Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html
  aws_ssm_parameter: { arn: "arn:{partition}:ssm:{region}:{account}:parameter{hierarchy}" },
  aws_region: { name: "{region}", id: "{region}", region: "{region}" },
  aws_caller_identity: { account_id: "{account}", id: "{account}" },
  aws_partition: { partition: "{partition}", id: "{partition}", dns_suffix: "{dnsSuffix}" },
  aws_vpc_endpoint_service: { service_name: "com.amazonaws.{region}.{service}" },
};

/**
 * An attribute that AWS makes out of known ones.
 *
 * @returns `undefined` where no such rule is known, or where it needs an argument that is not given
 */
export function derivedAttribute(resource: TerraformResource, attribute: string): Value | undefined {
  const templates = ownMember(DERIVED, resource.type);
  const template = templates === undefined ? undefined : ownMember(templates, attribute);
  if (template === undefined) return undefined;
  const parts: Value[] = [];
  for (const part of template.split(/(\{\w+\})/)) {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    const value = name === undefined ? literal(part) : placeholder(resource, name);
    if (value === undefined) return undefined;
    parts.push(value);
  }
  return joinText(parts);
}

function placeholder(resource: TerraformResource, name: string): Value | undefined {
  const { region } = resource;
  switch (name) {
    case "region":
      return region;
    case "account":
      return accountOf(resource);
    case "registry":
      return isAbsent(resource.argument("registry_id")) ? accountOf(resource) : given(resource, "registry_id");
    case "partition":
      return isText(region) ? literal(arnPartition(region.value)) : undefined;
    case "dnsSuffix":
      return isText(region) ? literal(partitionOf(region.value)?.dnsSuffix ?? "amazonaws.com") : undefined;
    case "hierarchy":
      return hierarchy(resource.argument("name"));
    case "path":
      return given(resource, "path") ?? literal("/");
    default:
      return given(resource, name);
  }
}

function accountOf(resource: TerraformResource): Value {
  return resource.account === undefined ? accountReference(resource) : literal(resource.account);
}

/** The name of a parameter, which starts with a slash in its ARN. */
function hierarchy(name: Value): Value | undefined {
  return isText(name) ? literal(name.value.startsWith("/") ? name.value : `/${name.value}`) : undefined;
}

function given(resource: TerraformResource, name: string): Value | undefined {
  const value = resource.argument(name);
  if (value.kind === "unknown") return undefined;
  if (!isAbsent(value)) return value;
  if (name === "path") return undefined;
  // A name that is not given is made by Terraform or by AWS, and starts as it is told.
  const start = name === "name" ? resource.argument("name_prefix") : ABSENT;
  const made = attributeReference(resource, name);
  return isAbsent(start) ? made : { kind: "text", parts: [start, made] };
}

/** The account of a resource, which no configuration tells. */
export function accountReference({ provider, credentials = provider }: TerraformResource): ReferenceValue {
  return { kind: "reference", address: credentials, attribute: "account" };
}

function isText(value: Value): value is { readonly kind: "literal"; readonly value: string } {
  return value.kind === "literal" && typeof value.value === "string";
}
