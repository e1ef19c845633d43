import { describe, expect, it } from "vitest";
import { proveReachability } from "../../../../modules/reachability/prove-reachability";
import { subnet } from "../support/isolated-network";
import { efsVolume, withFileSystem } from "../support/mounted-network";
import { type Block, dependency, hop, issuesWith, onlyTask, type TerraformFixture } from "../support/terraform-fixture";

const [TARGET_A, TARGET_B] = ["aws_efs_mount_target.a", "aws_efs_mount_target.b"];
const DEFINITION = "aws_ecs_task_definition.orders";
const SYSTEM = "aws_efs_file_system.data";
const EGRESS = "aws_vpc_security_group_egress_rule.efs";

const efs = (fixture: TerraformFixture) => dependency(fixture.prove(), "efs");

describe("a file system that a task mounts", () => {
  it("is proved with a mount target in each zone, and the note about mount targets is not said", () => {
    const proof = withFileSystem().prove();
    expect(proof.verdict).toBe("proved");
    expect(issuesWith(proof, "efs-mount-target")).toEqual([]);
    expect(hop(proof, "efs", "mount-target")).toContain(`proved: ${TARGET_A} leads to ${SYSTEM}`);
    expect(dependency(proof, "efs").hops.map((each) => each.hop)).toEqual([
      "mount-target",
      "name-resolution",
      "task-security-group",
      "network-acl",
      "route",
      "mount-target-security-group",
    ]);
  });

  it("is a note where it is from elsewhere", () => {
    for (const id of ["fs-0123456789abcdef0", "${data.aws_efs_file_system.data.id}", "${var.file_system}"]) {
      const proof = withFileSystem()
        .set(DEFINITION, { volume: efsVolume({ file_system_id: id }) })
        .prove();
      expect(proof.verdict).toBe("proved");
      expect(issuesWith(proof, "efs-mount-target")).toHaveLength(1);
      expect(onlyTask(proof).dependencies.map(({ service }) => service)).not.toContain("efs");
    }
  });

  it("has a mount target", () => {
    const none = withFileSystem().remove(TARGET_A).remove(TARGET_B);
    expect(efs(none)).toMatchObject({ verdict: "broken", issue: { code: "mount-target-missing", path: SYSTEM } });
  });

  it("is opened in the library by the property of the service, and in Terraform by a rule", () => {
    const { json } = withFileSystem().remove(EGRESS);
    const [library, terraform] = (["library", "terraform"] as const).map((fixes) => {
      return dependency(proveReachability([json], { fixes }), "efs").issue?.fix;
    });
    expect(library).toBe(
      `give it to the service as fileSystems: { files }, where files is the SharedFileSystem; or ${terraform}`,
    );
    expect(terraform).toMatch(/^add an egress rule for TCP 2049 with the security group aws_security_group\.efs /);
  });

  it("has a mount target in each zone of the task", () => {
    const issue = efs(withFileSystem().remove(TARGET_B)).issue;
    expect(issue).toMatchObject({ code: "mount-target-missing", path: "aws_subnet.app_b" });
    const one = withFileSystem().remove(TARGET_B);
    one.set("aws_ecs_service.orders", {
      network_configuration: {
        subnets: ["${aws_subnet.app_a.id}"],
        security_groups: ["${aws_security_group.task.id}"],
      },
    });
    expect(one.prove().verdict).toBe("proved");
  });

  it("has zones by a list of a data source as well as by name", () => {
    const zone = (index: number) => `\${data.aws_availability_zones.all.names[${index}]}`;
    const listed = () => {
      const fixture = withFileSystem().add("data.aws_availability_zones.all", {});
      for (const [name, index] of [
        ["app_a", 0],
        ["endpoint_a", 0],
        ["app_b", 1],
        ["endpoint_b", 1],
      ] as const) {
        fixture.set(`aws_subnet.${name}`, { availability_zone: zone(index) });
      }
      return fixture;
    };
    expect(efs(listed()).verdict).toBe("proved");
    expect(efs(listed().remove(TARGET_B)).issue?.code).toBe("mount-target-missing");
  });

  it.each<[string, Block]>([
    ["the subnet of a mount target", { subnet_id: "${var.subnet}" }],
    ["how many there are", { for_each: "${var.subnets}" }],
    ["whose it is", { file_system_id: "${var.file_system}" }],
  ])("is unknown where only Terraform knows %s", (_, change) => {
    const fixture = withFileSystem().set(TARGET_B, change);
    expect(efs(fixture)).toMatchObject({ verdict: "unknown", issue: { code: "mount-target-unknown" } });
  });

  it("is unknown for a task in another zone where the file system is in one zone", () => {
    const fixture = withFileSystem().remove(TARGET_B).set(SYSTEM, { availability_zone_name: "eu-west-1a" });
    expect(efs(fixture)).toMatchObject({ verdict: "unknown", issue: { code: "mount-target-unknown" } });
  });

  it("is not reached through mount targets in another VPC", () => {
    const fixture = withFileSystem()
      .add("aws_vpc.other", { cidr_block: "10.9.0.0/16" })
      .add("aws_subnet.other", { ...subnet("10.9.1.0/24", "b"), vpc_id: "${aws_vpc.other.id}" })
      .set(TARGET_B, { subnet_id: "${aws_subnet.other.id}" });
    expect(efs(fixture).issue?.code).toBe("mount-target-missing");
  });
});

describe("the way to a mount target", () => {
  it("has the default group of the VPC where the mount target names none", () => {
    const none = withFileSystem().set(TARGET_A, { security_groups: undefined });
    expect(efs(none).issue).toMatchObject({
      code: "task-egress-missing",
      problem: expect.stringContaining(TARGET_A),
    });
    none.set(EGRESS, { referenced_security_group_id: undefined, cidr_ipv4: "10.0.0.0/16" });
    expect(efs(none).issue?.code).toBe("mount-target-ingress-missing");
  });

  it("needs NFS let out by the group of the task", () => {
    expect(efs(withFileSystem().remove(EGRESS)).issue).toMatchObject({
      code: "task-egress-missing",
      path: "aws_security_group.task",
      problem: expect.stringContaining("TCP 2049"),
    });
  });

  it("needs network ACLs that let the call and its answer pass", () => {
    const all = { rule_no: 1, protocol: "-1", from_port: 0, to_port: 0, cidr_block: "0.0.0.0/0", action: "allow" };
    const https = { ...all, protocol: "tcp", from_port: 443, to_port: 443 };
    const acl = (ingress: Block, egress: Block) =>
      withFileSystem().add("aws_network_acl.own", {
        vpc_id: "${aws_vpc.main.id}",
        subnet_ids: ["${aws_subnet.endpoint_a.id}"],
        ...{ ingress: [ingress], egress: [egress] },
      });
    expect(efs(acl(all, all)).verdict).toBe("proved");
    expect(efs(acl(https, all)).issue?.code).toBe("network-acl-blocks");
    expect(efs(acl(all, https)).issue?.code).toBe("network-acl-blocks");
  });

  it("needs the DNS of the VPC, and unknown DNS servers leave it open", () => {
    const off = withFileSystem().set("aws_vpc.main", { enable_dns_hostnames: false });
    expect(efs(off).issue?.code).toBe("vpc-dns-hostnames-off");
    const forwarded = withFileSystem()
      .add("aws_route53_resolver_rule.all", { domain_name: ".", rule_type: "FORWARD" })
      .add("aws_route53_resolver_rule_association.all", {
        resolver_rule_id: "${aws_route53_resolver_rule.all.id}",
        vpc_id: "${aws_vpc.main.id}",
      });
    expect(efs(forwarded).verdict).toBe("unknown");
  });
});
