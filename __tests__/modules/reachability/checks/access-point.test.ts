import { expect, it } from "vitest";
import { isolatedNetwork, rule } from "../support/isolated-network";
import { type Block, dependency, issuesWith } from "../support/terraform-fixture";

const FILE_SYSTEM = "${aws_efs_file_system.data.id}";

function mounted(authorization: Block, accessPoint: Block) {
  const group = { security_group_id: "${aws_security_group.efs.id}", from_port: 2049, to_port: 2049 };
  const settings = {
    file_system_id: FILE_SYSTEM,
    transit_encryption: "ENABLED",
    authorization_config: [authorization],
  };
  const target = { file_system_id: FILE_SYSTEM, security_groups: ["${aws_security_group.efs.id}"] };
  return isolatedNetwork()
    .set("aws_ecs_task_definition.orders", { volume: [{ name: "data", efs_volume_configuration: [settings] }] })
    .add("aws_efs_file_system.data", {})
    .add("aws_efs_file_system.other", {})
    .add("aws_efs_access_point.data", accessPoint)
    .add("aws_efs_mount_target.a", { ...target, subnet_id: "${aws_subnet.app_a.id}" })
    .add("aws_efs_mount_target.b", { ...target, subnet_id: "${aws_subnet.app_b.id}" })
    .add("aws_security_group.efs", { vpc_id: "${aws_vpc.main.id}" })
    .add("aws_vpc_security_group_ingress_rule.efs", { ...rule("efs", { cidr_ipv4: "10.0.0.0/16" }), ...group })
    .add("aws_vpc_security_group_egress_rule.efs", {
      ...rule("task", { cidr_ipv4: "10.0.0.0/16" }),
      ...{ from_port: 2049, to_port: 2049 },
    });
}

it("is one of the file system that is mounted", () => {
  const withPoint = { access_point_id: "${aws_efs_access_point.data.id}" };
  const own = mounted(withPoint, { file_system_id: FILE_SYSTEM });
  expect(dependency(own.prove(), "efs").verdict).toBe("proved");
  const other = mounted(withPoint, { file_system_id: "${aws_efs_file_system.other.id}" });
  expect(dependency(other.prove(), "efs").issue).toMatchObject({
    code: "access-point-other-file-system",
    path: "aws_efs_access_point.data",
  });
  const some = mounted(withPoint, { file_system_id: "${var.file_system}" });
  expect(dependency(some.prove(), "efs").verdict).toBe("proved");
  const elsewhere = mounted({ access_point_id: "fsap-0123" }, { file_system_id: FILE_SYSTEM });
  expect(dependency(elsewhere.prove(), "efs").verdict).toBe("proved");
});

it("needs a task role where IAM decides", () => {
  const proof = mounted({ iam: "ENABLED" }, { file_system_id: FILE_SYSTEM }).prove();
  expect(issuesWith(proof, "task-role-missing")).toMatchObject([
    {
      path: "aws_ecs_task_definition.orders.volume[0]",
      fix: "add task_role_arn, with the rights to mount the file system",
    },
  ]);
});
