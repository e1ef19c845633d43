import { IamInstanceProfile } from "@cdktf/provider-aws/lib/iam-instance-profile";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { type RightTo, roleStatements } from "../asks/role-statements";
import { type PolicyStatement, policyDocument } from "../aws/policy-document";
import { roleNamePrefix } from "../internal/role-name-prefix";
import { instanceAsks } from "../planning/instance/instance-asks";
import type { InstanceSpec } from "../planning/instance/instance-spec";

/** The rights of an instance: those of its sessions, and those that were asked for. */
export function instanceStatements(
  instance: InstanceSpec,
  statements: readonly PolicyStatement[] = [],
): readonly PolicyStatement[] {
  return [...roleStatements(instanceAsks(instance), "instance-role", rightTo), ...statements];
}

/** An instance's own asks name nothing. What it calls by `uses` is granted by statements of its user's. */
function rightTo(): RightTo {
  return { resources: ["*"] };
}

/** A role that an instance takes, with its rights. */
export class InstanceProfile extends Construct {
  readonly role: IamRole;
  /** The profile, by which an instance takes the role. */
  readonly profile: IamInstanceProfile;
  /** What must exist before an instance can use its rights. */
  readonly dependencies: readonly ITerraformDependable[];

  constructor(
    scope: Construct,
    id: string,
    props: {
      readonly namePrefix: string;
      readonly statements: readonly PolicyStatement[];
      readonly permissionsBoundary: string | undefined;
    },
  ) {
    super(scope, id);
    const { permissionsBoundary } = props;
    const namePrefix = roleNamePrefix(props.namePrefix);
    this.role = new IamRole(this, "role", {
      namePrefix,
      assumeRolePolicy: policyDocument([{ principal: { Service: "ec2.amazonaws.com" }, actions: ["sts:AssumeRole"] }]),
      ...(permissionsBoundary === undefined ? {} : { permissionsBoundary }),
    });
    const role = this.role.name;
    this.profile = new IamInstanceProfile(this, "Resource", { namePrefix, role });
    this.dependencies = [new IamRolePolicy(this, "policy", { role, policy: policyDocument(props.statements) })];
  }
}
