import { describe, expect, it } from "vitest";
import { policy, withTaskRole } from "../support/isolated-network";
import { efsVolume, withFileSystem } from "../support/mounted-network";
import { type Block, dependency, hop, issuesWith, type TerraformFixture } from "../support/terraform-fixture";

const POLICY = "aws_efs_file_system_policy.data";
const ROLE = "aws_iam_role.task";
const AUTHORIZED = efsVolume({ transit_encryption: "ENABLED", authorization_config: [{ iam: "ENABLED" }] });

const statement = (Principal: unknown, more: Block = {}) => ({
  Effect: "Allow",
  Principal,
  Action: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
  Resource: "${aws_efs_file_system.data.arn}",
  ...more,
});

/** A task that mounts with its role; the file system has a policy, and the role one about something else. */
function mounted(...statements: readonly Block[]): TerraformFixture {
  const fixture = withTaskRole(withFileSystem())
    .set("aws_ecs_task_definition.orders", { volume: AUTHORIZED })
    .set("aws_iam_role_policy.task", { policy: policy({ Effect: "Allow", Action: "s3:*", Resource: "*" }) });
  if (statements.length === 0) return fixture;
  return fixture.add(POLICY, { file_system_id: "${aws_efs_file_system.data.id}", policy: policy(...statements) });
}

const efs = (fixture: TerraformFixture) => dependency(fixture.prove(), "efs");
const OTHERS = statement({ AWS: "arn:aws:iam::123456789012:role/other" });

/** A task that mounts by an access point, where the policy admits mounts by one that it names. */
function limited(arn: string, point?: string): TerraformFixture {
  const Condition = { StringEquals: { "elasticfilesystem:AccessPointArn": arn } };
  const authorization = { iam: "ENABLED", ...(point === undefined ? {} : { access_point_id: point }) };
  return mounted(statement({ AWS: "*" }, { Condition }))
    .set("aws_ecs_task_definition.orders", {
      volume: efsVolume({ transit_encryption: "ENABLED", authorization_config: [authorization] }),
    })
    .add("aws_efs_access_point.orders", { file_system_id: "${aws_efs_file_system.data.id}" })
    .add("aws_efs_access_point.other", { file_system_id: "${aws_efs_file_system.data.id}" });
}

describe("the right to mount a file system", () => {
  it("is everybody's where the file system has no policy of its own", () => {
    expect(efs(mounted()).verdict).toBe("proved");
    expect(hop(mounted().prove(), "efs", "permissions")).toBe("not walked");
  });

  it.each<[string, Block]>([
    ["the role", statement({ AWS: "${aws_iam_role.task.arn}" })],
    [
      "everybody who comes by a mount target",
      statement({ AWS: "*" }, { Condition: { Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" } } }),
    ],
    ["everybody, for everything", statement("*", { Action: "*", Resource: "*" })],
  ])("may be given to %s by the policy of the file system", (_who, each) => {
    expect(hop(mounted(each).prove(), "efs", "permissions")).toBe(`proved: ${ROLE} may elasticfilesystem:ClientMount`);
  });

  it("may be given by a policy of the role as well", () => {
    const fixture = mounted(OTHERS);
    expect(efs(fixture)).toMatchObject({ verdict: "broken", issue: { code: "permission-missing", path: POLICY } });
    const own = { Effect: "Allow", Action: "elasticfilesystem:Client*", Resource: "*" };
    expect(efs(fixture.set("aws_iam_role_policy.task", { policy: policy(own) })).verdict).toBe("proved");
  });

  it("is taken by a statement that denies it, and not by one about traffic that is not encrypted", () => {
    const deny = (more: Block) => statement({ AWS: "*" }, { Effect: "Deny", ...more });
    const all = statement({ AWS: "*" });
    expect(efs(mounted(all, deny({}))).issue).toMatchObject({ code: "permission-missing", path: POLICY });
    const unencrypted = deny({ Action: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } });
    expect(efs(mounted(all, unencrypted)).verdict).toBe("proved");
  });

  it("is limited to an access point", () => {
    const fixture = limited("${aws_efs_access_point.orders.arn}", "${aws_efs_access_point.orders.id}");
    expect(hop(fixture.prove(), "efs", "permissions")).toBe(`proved: ${ROLE} may elasticfilesystem:ClientMount`);
  });

  it.each([
    [
      "another access point that is created here",
      "${aws_efs_access_point.other.arn}",
      "${aws_efs_access_point.orders.id}",
    ],
    ["another one", "arn:aws:elasticfilesystem:eu-west-1:123456789012:access-point/fsap-0b", "fsap-0a"],
    ["one, and the task mounts by none", "${aws_efs_access_point.orders.arn}", undefined],
  ])("is missing where it is limited to %s", (_which, arn, id) => {
    expect(efs(limited(arn, id))).toMatchObject({
      verdict: "broken",
      issue: { code: "permission-missing", path: POLICY },
    });
  });

  it("is taken from mounts by no access point", () => {
    const Condition = { StringNotLike: { "elasticfilesystem:AccessPointArn": "*" } };
    const denied = mounted(statement({ AWS: "*" }), statement({ AWS: "*" }, { Effect: "Deny", Condition }));
    expect(efs(denied).issue).toMatchObject({ code: "permission-missing", path: POLICY });
  });

  it("is about the file system where a statement names no resource", () => {
    const { Resource: _, ...statementOfConsole } = statement({ AWS: "*" });
    expect(efs(mounted(statementOfConsole)).verdict).toBe("proved");
  });

  it.each<[string, TerraformFixture]>([
    ["the policy is a variable", mounted(OTHERS).set(POLICY, { policy: "${var.policy}" })],
    ["whose policy it is, is not known", mounted(OTHERS).set(POLICY, { file_system_id: "${var.file_system}" })],
    [
      "the role is from elsewhere",
      mounted(OTHERS).set("aws_ecs_task_definition.orders", { task_role_arn: "${var.role}" }),
    ],
    [
      "whether the volume has IAM authorization is a variable",
      mounted(OTHERS).set("aws_ecs_task_definition.orders", {
        volume: efsVolume({ authorization_config: [{ iam: "${var.iam}" }] }),
      }),
    ],
    ["a condition is about an access point, and which one it is, is a variable", limited("arn", "${var.point}")],
    [
      "an access point is from elsewhere, and perhaps from another account",
      limited("arn:aws:elasticfilesystem:eu-west-1:123456789012:access-point/fsap-0a", "fsap-0a"),
    ],
  ])("is left open where %s", (_why, fixture) => {
    const proof = fixture.prove();
    expect(dependency(proof, "efs").verdict).toBe("proved");
    expect(issuesWith(proof, "permissions-not-proved")).toHaveLength(1);
  });
});
