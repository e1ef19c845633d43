import { container, isolatedNetwork, rule, taskDefinition } from "./isolated-network";
import type { Block, TerraformFixture } from "./terraform-fixture";

const DEFINITION = "aws_ecs_task_definition.orders";
const SYSTEM = "aws_efs_file_system.data";
const [TARGET_A, TARGET_B] = ["aws_efs_mount_target.a", "aws_efs_mount_target.b"];
const INGRESS = "aws_vpc_security_group_ingress_rule.efs";
const EGRESS = "aws_vpc_security_group_egress_rule.efs";
const NFS = { from_port: 2049, to_port: 2049 };

const target = (of: string, more: Block = {}) => ({
  file_system_id: "${aws_efs_file_system.data.id}",
  subnet_id: `\${aws_subnet.${of}.id}`,
  security_groups: ["${aws_security_group.efs.id}"],
  ...more,
});

/** The volume of the task. */
export const efsVolume = (more: Block = {}) => [
  { name: "data", efs_volume_configuration: [{ file_system_id: "${aws_efs_file_system.data.id}", ...more }] },
];

/** A task in two zones that mounts a file system with a mount target in each. */
export function withFileSystem(): TerraformFixture {
  return isolatedNetwork()
    .add(DEFINITION, { ...taskDefinition([container()]), volume: efsVolume() })
    .add(SYSTEM, { encrypted: true })
    .add(TARGET_A, target("endpoint_a"))
    .add(TARGET_B, target("endpoint_b"))
    .add("aws_security_group.efs", { vpc_id: "${aws_vpc.main.id}" })
    .add(INGRESS, { ...rule("efs", { referenced_security_group_id: "${aws_security_group.task.id}" }), ...NFS })
    .add(EGRESS, { ...rule("task", { referenced_security_group_id: "${aws_security_group.efs.id}" }), ...NFS });
}
