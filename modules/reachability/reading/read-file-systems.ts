import { type Fact, known, mapFact } from "../model/fact";
import type { NetworkModel } from "../model/network-model";
import type { Policy, Statement } from "../model/policy";
import { symbolicText } from "../terraform/expressions/symbolic-text";
import { isAbsent } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { isEmpty, notKnown } from "./facts";
import { identitiesFact, identityFact, identityOf, namesOf, referrerTo } from "./identities";
import { policyFact } from "./read-policy";
import type { ResourceIndex } from "./resource-index";

type FileSystemsPart = Pick<NetworkModel, "fileSystems" | "mountTargets" | "accessPoints">;

/**
 * The file systems of EFS that are created here, with what leads to them. S3 Files has no resources in this version of the
 * provider: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs
 */
export function readFileSystems(index: ResourceIndex): FileSystemsPart {
  return {
    fileSystems: index.managed("aws_efs_file_system").map((system) => ({
      id: identityOf(system, index),
      address: system.address,
      names: namesOf(system, index, ["id", "arn"]),
      arn: symbolicText(system.attribute("arn")),
      policy: policyOf(system, index),
      isOneZone: isOneZone(system),
    })),
    mountTargets: index.managed("aws_efs_mount_target").map((target) => ({
      id: identityOf(target, index),
      address: target.address,
      fileSystem: identityFact(target.argument("file_system_id"), index),
      subnet: identityFact(target.argument("subnet_id"), index),
      securityGroups: identitiesFact(target.argument("security_groups"), index),
    })),
    accessPoints: index.managed("aws_efs_access_point").map((point) => ({
      address: point.address,
      names: namesOf(point, index, ["id", "arn"]),
      arn: symbolicText(point.attribute("arn")),
      fileSystem: identityFact(point.argument("file_system_id"), index),
    })),
  };
}

function policyOf(system: TerraformResource, index: ResourceIndex): Fact<Policy | undefined> {
  const other = referrerTo(identityOf(system, index), "aws_efs_file_system_policy", "file_system_id", index);
  if (!other.known || other.value === undefined) return other.known ? known(undefined) : other;
  const policy = policyFact(other.value.argument("policy"), other.value.address, index);
  return mapFact(policy, (read) => ({ ...read, statements: read.statements.map((each) => onItself(each, system)) }));
}

/** A statement that names no resource is about the file system. That is how the console of EFS writes them. */
function onItself(statement: Statement, system: TerraformResource): Statement {
  const { negated, values } = statement.resources;
  if (negated || values.length > 0) return statement;
  return { ...statement, resources: { negated, values: [symbolicText(system.attribute("arn"))] } };
}

function isOneZone(system: TerraformResource) {
  const zone = system.argument("availability_zone_name");
  if (isAbsent(zone) || isEmpty(zone)) return known(false);
  return zone.kind === "unknown" ? notKnown(zone) : known(true);
}
