import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { type PolicyStatement, policyDocument } from "../aws/policy-document";
import { createBeforeDestroy, keepName } from "../internal/keep-name";
import { roleNamePrefix } from "../internal/role-name-prefix";

/** A role that exists already. Its rights stay yours. */
export interface ExistingRole {
  /** ARN of the role. */
  readonly arn: string;
}

/** A role to create. */
export interface RoleOptions {
  /** Name, unique in the account. @default - made by Terraform from the task's family */
  readonly name?: string;
  /** Path of the role, for example `"/services/"`. @default "/" */
  readonly path?: string;
  /** ARN of the policy that bounds the role, whatever its rights are. @default - it has no boundary */
  readonly permissionsBoundary?: string;
  /** Managed policies that are attached to it, each under a name that becomes part of its resource address. @default - none */
  readonly managedPolicies?: Readonly<Record<string, string>>;
  /** Rights beyond those that the library derives. @default - none */
  readonly statements?: readonly PolicyStatement[];
}

/** For whose tasks ECS may take a role: those of its own account and Region, or any that name it. */
export type TaskRoleTrust = "own-tasks" | "any-tasks";

/** The role of the containers to create. Its rights are in the task: `taskRoleStatements`. */
export interface TaskRoleOptions extends Omit<RoleOptions, "statements"> {
  /**
   * For whose tasks ECS may take it. `"own-tasks"` are those of the account in the network's Region: its trust policy has conditions
   * on `aws:SourceAccount` and `aws:SourceArn`, the latter for every cluster, since ECS does not support that of one. `"any-tasks"`
   * leaves both out.
   *
   * The trust policy of the execution role has no such conditions: no page of AWS's says that ECS sends the keys where it takes that
   * one, and without them no task would start.
   *
   * @default "own-tasks"
   */
  readonly trust?: TaskRoleTrust;
}

/** Properties of {@link TaskRole}. */
export interface TaskRoleProps {
  /** How the name starts, where Terraform makes it. */
  readonly namePrefix: string;
  /** Whether somebody who waits for nothing of it knows it by what its name begins with. @default false */
  readonly isKnownByName?: boolean;
  readonly options: RoleOptions;
  /** The rights that the library derives. */
  readonly statements: readonly PolicyStatement[];
  /** Who may take it: tasks, or ECS itself. @default "ecs-tasks.amazonaws.com" */
  readonly service?: "ecs-tasks.amazonaws.com" | "ecs.amazonaws.com";
  /** Under which conditions. @default - none */
  readonly trustedWhere?: PolicyStatement["conditions"];
}

/** A role that ECS tasks may take, or ECS for them. */
export class TaskRole extends Construct {
  readonly role: IamRole;
  /** What must exist before a task can use the role. */
  readonly dependencies: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: TaskRoleProps) {
    super(scope, id);
    const { service = "ecs-tasks.amazonaws.com", trustedWhere: conditions } = props;
    const { name, path, permissionsBoundary, managedPolicies = {}, statements = [] } = props.options;
    this.role = new IamRole(this, "Resource", {
      ...(name === undefined ? { namePrefix: roleNamePrefix(props.namePrefix) } : { name }),
      assumeRolePolicy: policyDocument([
        {
          principal: { Service: service },
          actions: ["sts:AssumeRole"],
          ...(conditions === undefined ? {} : { conditions }),
        },
      ]),
      ...(path === undefined ? {} : { path }),
      ...(permissionsBoundary === undefined ? {} : { permissionsBoundary }),
    });
    if (name === undefined) {
      if (props.isKnownByName === true) createBeforeDestroy(this.role);
      else keepName(this.role, "name_prefix");
    }
    const all = [...props.statements, ...statements];
    const role = this.role.name;
    const policies = [
      ...(all.length === 0 ? [] : [new IamRolePolicy(this, "policy", { role, policy: policyDocument(all) })]),
      ...Object.entries(managedPolicies).map(
        ([key, policyArn]) => new IamRolePolicyAttachment(this, `managed-policy-${key}`, { role, policyArn }),
      ),
    ];
    this.dependencies = policies.length === 0 ? [this.role] : policies;
  }
}
