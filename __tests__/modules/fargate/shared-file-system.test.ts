import type { TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import {
  EndpointPlan,
  FargateService,
  type FargateTask,
  PrivateNetwork,
  SharedFileSystem,
  type SharedFileSystemProps,
  VpcEndpoints,
} from "../../../modules";
import { ordersTask } from "../../support/orders";
import { parsed, ref, type SynthesizedStack, synth } from "../../support/synth";

const ground = (stack: TerraformStack) =>
  new PrivateNetwork(stack, "network", { region: "eu-west-1", availabilityZones: ["eu-west-1a", "eu-west-1b"] });

const made = (stack: TerraformStack, more: Partial<SharedFileSystemProps> = {}) =>
  new SharedFileSystem(stack, "files", { network: ground(stack), name: "orders-files", ...more });

describe("a file system that tasks share", () => {
  it("is encrypted, and has a mount target in each zone and a security group that is closed", () => {
    const stack = synth((scope) => made(scope));
    expect(stack.only("aws_efs_file_system").attributes).toMatchObject({ encrypted: true });
    expect(stack.all("aws_efs_mount_target")).toHaveLength(2);
    expect(stack.all("aws_vpc_security_group_ingress_rule")).toEqual([]);
    expect(stack.all("aws_efs_access_point")).toEqual([]);
  });

  it("can be one that exists, with access points", () => {
    const accessPoints = { orders: { path: "/orders", uid: 1000, gid: 1001 } };
    const stack = synth((scope) => made(scope, { fileSystem: { id: "fs-0a" }, accessPoints }));
    expect(stack.all("aws_efs_file_system")).toEqual([]);
    expect(stack.only("aws_efs_access_point").attributes).toMatchObject({
      file_system_id: "fs-0a",
      posix_user: { uid: 1000, gid: 1001 },
      root_directory: { path: "/orders", creation_info: { owner_uid: 1000, owner_gid: 1001, permissions: "755" } },
    });
  });

  it("is mounted by a service that is let out to it, in there, and waits", () => {
    const stack = synth((scope) => {
      const network = ground(scope);
      const accessPoints = { orders: { path: "/orders", uid: 1000, gid: 1000 } };
      const files = new SharedFileSystem(scope, "files", { network, name: "orders-files", accessPoints });
      const mountPoints = [{ sourceVolume: "data", containerPath: "/data" }];
      const task: FargateTask = {
        family: "orders",
        containers: { api: { ...ordersTask.containers.api, mountPoints } },
        volumes: { data: files.volume("orders") },
      };
      const endpoints = new VpcEndpoints(scope, "endpoints", { network, services: EndpointPlan.forTasks([task]) });
      new FargateService(scope, "service", { network, endpoints, task, fileSystems: { files } });
    });
    const nfs = { from_port: 2049, to_port: 2049, ip_protocol: "tcp" };
    const rules = [
      ...stack.all("aws_vpc_security_group_ingress_rule"),
      ...stack.all("aws_vpc_security_group_egress_rule"),
    ];
    expect(rules.filter(({ attributes }) => attributes["from_port"] === 2049)).toMatchObject([
      { attributes: nfs },
      { attributes: nfs },
    ]);
    const { attributes } = stack.only("aws_ecs_task_definition");
    const waited = JSON.stringify(attributes["depends_on"]);
    expect(waited).toContain("aws_efs_mount_target.files_mount-target-");
    expect(waited).toContain("file-system-files-ingress");
    expect(JSON.stringify(attributes["volume"])).toContain("aws_efs_access_point.files_access-point-orders");
  });

  it("has no access point that was not given", () => {
    const accessPoints = { orders: { path: "/orders", uid: 1, gid: 1 } };
    expect(() => synth((scope) => made(scope, { accessPoints }).volume("order"))).toThrow('write "orders"');
  });
});

describe("the right to a file system with IAM", () => {
  const statements = (
    volumes: (files: SharedFileSystem) => FargateTask["volumes"],
    grants: NonNullable<FargateTask["grants"]> = [],
  ) => {
    const stack = synth((scope) => {
      const network = ground(scope);
      const point = { path: "/a", uid: 1000, gid: 1000 };
      const accessPoints = { orders: point, reports: { ...point, path: "/b" } };
      const files = new SharedFileSystem(scope, "files", { network, name: "orders-files", accessPoints });
      const made = volumes(files);
      const task: FargateTask = { ...ordersTask, ...(made === undefined ? {} : { volumes: made }), grants };
      const services = EndpointPlan.forTasks([task]);
      expect(services.endpoints.map(({ service }) => service)).not.toContain("elasticfilesystem");
      const endpoints = new VpcEndpoints(scope, "endpoints", { network, services });
      new FargateService(scope, "service", { network, endpoints, task, fileSystems: { files } });
    });
    const policy = stack.resources.find(({ path }) => path === "service/task-role/policy")?.attributes["policy"];
    const found = policy === undefined ? { Statement: [] } : parsed(policy);
    return { stack, found };
  };
  const mountAndWrite = ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"];
  const only = (stack: SynthesizedStack, point: string) => ({
    StringEquals: { "elasticfilesystem:AccessPointArn": ref(stack.at(`files/access-point-${point}`), "arn") },
  });

  it("is the task's as soon as a volume has IAM, by its access point alone", () => {
    const { stack, found } = statements((files) => ({ data: files.volume("orders", { iam: "ENABLED" }) }));
    expect(found).toMatchObject({
      Statement: [
        {
          Action: mountAndWrite,
          Resource: [ref(stack.only("aws_efs_file_system"), "arn")],
          Condition: only(stack, "orders"),
        },
      ],
    });
  });

  it("is a statement with a name of its own for each access point, since IAM takes a name once", () => {
    const { stack, found } = statements((files) => ({
      data: files.volume("orders", { iam: "ENABLED" }),
      reports: files.volume("reports", { iam: "ENABLED" }),
      all: files.volume(undefined, { iam: "ENABLED" }),
    }));
    expect(found).toMatchObject({
      Statement: [
        { Sid: "EfsMount", Condition: only(stack, "orders") },
        { Sid: "EfsMount2", Condition: only(stack, "reports") },
        { Sid: "EfsMount3", Action: mountAndWrite },
      ],
    });
  });

  it("is nobody's without IAM, and a grant gives what else there is", () => {
    expect(statements((files) => ({ data: files.volume("orders") })).found).toEqual({ Statement: [] });
    const arn = "arn:aws:elasticfilesystem:eu-west-1:123456789012:file-system/fs-0123456789abcdef0";
    const grant = { service: "elasticfilesystem", access: ["read", "root"], on: arn } as const;
    expect(statements(() => undefined, [grant]).found).toMatchObject({
      Statement: [
        { Action: ["elasticfilesystem:ClientMount"], Resource: [arn] },
        { Action: ["elasticfilesystem:ClientRootAccess"], Resource: [arn] },
      ],
    });
  });
});
