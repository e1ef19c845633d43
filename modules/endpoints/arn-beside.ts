import { Lazy, ref, Token } from "cdktf";
import { ownMember } from "../values/own-member";

/**
 * Attributes that name a thing, and the attribute of the same resource or data source that is its ARN. An alias of a key is no resource of a
 * policy, the key that has it is.
 *
 * Source: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs
 */
const ARN_ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  aws_ecr_repository: { repository_url: "arn" },
  aws_kms_alias: {
    arn: "target_key_arn",
    id: "target_key_arn",
    name: "target_key_arn",
    target_key_arn: "target_key_arn",
    target_key_id: "target_key_arn",
  },
  aws_kms_key: { arn: "arn", id: "arn", key_id: "arn" },
  aws_ssm_parameter: { arn: "arn", id: "arn", name: "arn" },
};

/** A reference to one attribute of a resource or a data source. */
const REFERENCE = /^\$\{((?:data\.)?(aws_\w+)\.[\w-]+(?:\[[^[\]{}]+\])?)\.(\w+)\}$/;

/**
 * The ARN of a thing of which an attribute is given, where another attribute of the same resource is that ARN.
 *
 * @param named what Terraform fills in
 * @param otherwise the ARN as Terraform makes it of anything else
 */
export function arnBeside(named: string, otherwise: (named: string) => string): string {
  if (!Token.isUnresolved(named)) return arnOfReference(named) ?? otherwise(named);
  return Lazy.stringValue({
    produce: (context) => arnOfReference(String(context.resolve(named))) ?? otherwise(named),
  });
}

function arnOfReference(text: string): string | undefined {
  const [, resource, type = "", attribute = ""] = REFERENCE.exec(text) ?? [];
  const arn = ownMember(ownMember(ARN_ATTRIBUTES, type) ?? {}, attribute);
  return resource === undefined || arn === undefined ? undefined : Token.asString(ref(`${resource}.${arn}`));
}
