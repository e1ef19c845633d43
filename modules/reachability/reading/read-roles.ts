import { type Fact, known, unknown } from "../model/fact";
import type { Policy } from "../model/policy";
import type { Role } from "../model/role";
import { sameText } from "../model/text-match";
import { symbolicText } from "../terraform/expressions/symbolic-text";
import type { Value } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { blocksFact, isEmpty, listFact, memberOf } from "./facts";
import { namesOf } from "./identities";
import { managedPolicyFact } from "./read-managed-policies";
import { policyFact } from "./read-policy";
import type { ResourceIndex } from "./resource-index";

/**
 * The role that an argument names, with the policies that this Terraform gives it.
 *
 * Source: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_role
 *
 * @returns `undefined` where the argument names none
 */
export function readRole(value: Value, index: ResourceIndex): Fact<Role> | undefined {
  if (isEmpty(value)) return undefined;
  const role = roleOf(value, index);
  if (role === undefined) {
    return unknown(value.kind === "unknown" ? value.because : `the role ${symbolicText(value)} is elsewhere`);
  }
  const { address } = role;
  const given = policiesOf(role, index);
  const boundary = role.argument("permissions_boundary");
  const trust = policyFact(role.argument("assume_role_policy"), address, index);
  const others =
    mayHaveOthers(role, index) ??
    given.find((policy) => !policy.known)?.because ??
    (given.length === 0 && isUnwritten(trust) ? `no policy of ${address} is written here` : undefined);
  return known({
    address,
    trust,
    policies: given.flatMap((policy) => (policy.known ? [policy.value] : [])),
    ...(others === undefined ? {} : { others }),
    ...(isEmpty(boundary) ? {} : { boundary: managedPolicyFact(boundary, index) }),
  });
}

/** AWS creates no role whose trust policy says nothing, so what is there of the role is not the whole of it. */
function isUnwritten(trust: Fact<Policy>): boolean {
  return !trust.known || trust.value.statements.length === 0;
}

function policiesOf(role: TerraformResource, index: ResourceIndex): readonly Fact<Policy>[] {
  const inline = blocksFact(role.argument("inline_policy"));
  const managed = listFact(role.argument("managed_policy_arns"));
  const attachments = attachmentsOf(role, index);
  const own = index.managed("aws_iam_role_policy").filter((policy) => isAbout(policy, "role", role, index) === true);
  return [
    // A plan writes an empty block where there is none.
    ...(inline.known
      ? inline.value.flatMap((block) => {
          const policy = memberOf(block, "policy");
          return isEmpty(policy) ? [] : [policyFact(policy, role.address, index)];
        })
      : [inline]),
    ...(managed.known ? managed.value.map((arn) => managedPolicyFact(arn, index)) : [managed]),
    ...own.map((policy) => policyFact(policy.argument("policy"), policy.address, index)),
    ...attachments.map((attachment) => managedPolicyFact(attachment.argument("policy_arn"), index)),
  ];
}

function attachmentsOf(role: TerraformResource, index: ResourceIndex): readonly TerraformResource[] {
  const single = index.managed("aws_iam_role_policy_attachment");
  return [
    ...single.filter((attachment) => isAbout(attachment, "role", role, index) === true),
    ...index
      .managed("aws_iam_policy_attachment")
      .filter((attachment) => isAbout(attachment, "roles", role, index) === true),
  ];
}

/** Why a role may have policies, or have lost some, that are not among those that are known to be its own. */
function mayHaveOthers(role: TerraformResource, index: ResourceIndex): string | undefined {
  const single = index
    .managed("aws_iam_role_policy", "aws_iam_role_policy_attachment")
    .find((each) => isAbout(each, "role", role, index) === undefined);
  const several = index
    .managed("aws_iam_policy_attachment")
    .find((each) => isAbout(each, "roles", role, index) === undefined);
  const vague = single ?? several;
  if (vague !== undefined) return `whether ${vague.address} is about ${role.address} is not known`;
  const exclusive = index
    .managed("aws_iam_role_policies_exclusive", "aws_iam_role_policy_attachments_exclusive")
    .find((each) => isAbout(each, "role_name", role, index) !== false && !listsAll(each, role, index));
  if (exclusive !== undefined) return `${exclusive.address} may take policies away from ${role.address}`;
  const known = new Set(namesOf(role, index, NAMES));
  const module = index.modules.find(({ arguments: given }) => names(given, known));
  return module === undefined ? undefined : `the inside of ${module.address}, which is given the role, is not known`;
}

/** Whether a resource that removes every policy but some lists all that are known. */
function listsAll(exclusive: TerraformResource, role: TerraformResource, index: ResourceIndex): boolean {
  const isAttached = exclusive.type === "aws_iam_role_policy_attachments_exclusive";
  const listed = listFact(exclusive.argument(isAttached ? "policy_arns" : "policy_names"));
  if (!listed.known) return false;
  const kept = new Set(listed.value.map(symbolicText));
  const wanted = isAttached
    ? attachmentsOf(role, index).map((each) => each.argument("policy_arn"))
    : index
        .managed("aws_iam_role_policy")
        .filter((policy) => isAbout(policy, "role", role, index) === true)
        .map((policy) => policy.attribute("name"));
  return wanted.every((value) => kept.has(symbolicText(value)));
}

/**
 * Whether an argument of a resource, a role or the list `roles`, names a role. Where nobody knows how many there are of the resource
 * it may, unless each of them names others.
 *
 * @returns `undefined` where that is not known
 */
function isAbout(
  resource: TerraformResource,
  argument: "role" | "roles" | "role_name",
  role: TerraformResource,
  index: ResourceIndex,
): boolean | undefined {
  const ofEach = resource.argumentOfEach?.(argument);
  const value = ofEach ?? resource.argument(argument);
  const named = argument === "roles" ? listFact(value) : known([value]);
  const answers = named.known ? named.value.map((each) => isOf(each, role, index)) : [undefined];
  if (answers.every((each) => each === false)) return false;
  return ofEach === undefined && answers.includes(true) ? true : undefined;
}

/** Whether a value names a role. @returns `undefined` where that is not known */
function isOf(value: Value, role: TerraformResource, index: ResourceIndex): boolean | undefined {
  const found = roleOf(value, index);
  if (found !== undefined) return found === role;
  const name = role.argument("name");
  const isOther =
    value.kind === "literal" && (isEmpty(name) || sameText(symbolicText(value), symbolicText(name)) === "no");
  return isOther ? false : undefined;
}

/** What a role is called. */
const NAMES = ["id", "name", "arn"] as const;

/** A role by its name, its ARN, or a reference to either. */
function roleOf(value: Value, index: ResourceIndex): TerraformResource | undefined {
  if (value.kind === "reference" && value.type === "aws_iam_role" && NAMES.some((name) => name === value.attribute)) {
    return index.at(value.address);
  }
  return index.byIdentity("aws_iam_role", (role) => namesOf(role, index, NAMES)).get(symbolicText(value));
}

/** Whether a value has one of the names in it, or may have. */
function names(value: Value, known: ReadonlySet<string>): boolean {
  if (value.kind === "list") return value.items.some((item) => names(item, known));
  if (value.kind === "object") return Object.values(value.members).some((member) => names(member, known));
  return value.kind === "unknown" || known.has(symbolicText(value));
}
