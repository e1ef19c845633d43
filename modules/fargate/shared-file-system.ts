import { EfsAccessPoint } from "@cdktf/provider-aws/lib/efs-access-point";
import { EfsFileSystem } from "@cdktf/provider-aws/lib/efs-file-system";
import { EfsMountTarget } from "@cdktf/provider-aws/lib/efs-mount-target";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { hostsTasks } from "../addressing/subnet-spec";
import { throwIssues } from "../internal/throw-issues";
import { throwMalformed } from "../internal/throw-malformed";
import { useProvider } from "../internal/use-provider";
import type { NetworkSubnet } from "../network/network";
import { SecurityGroup } from "../network/security-group";
import { type EfsVolume, efsVolume } from "../task/volumes/efs-volume";
import { checkSharedFileSystem, unknownAccessPoint } from "./check-shared-file-system";
import type { MountedFileSystem, SharedFileSystemProps } from "./shared-file-system-props";
import { SHARED_FILE_SYSTEM } from "./shared-file-system-shape";

/**
 * A file system of Amazon EFS that tasks of a network mount: with a mount target in each zone, and a security group into which
 * only those come that name it in `fileSystems`.
 *
 * @example
 * ```ts
 * import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
 * import { App, TerraformStack } from "cdktf";
 * import {
 *   ContainerImage, EndpointPlan, FargateService, type FargateTask, PrivateNetwork, SharedFileSystem, VpcEndpoints,
 * } from "cdktf-private-fargate";
 *
 * const app = new App();
 * const stack = new TerraformStack(app, "wiki");
 * new AwsProvider(stack, "aws", { region: "eu-west-1" });
 *
 * const network = new PrivateNetwork(stack, "network", { region: "eu-west-1" });
 * const files = new SharedFileSystem(stack, "files", {
 *   network,
 *   name: "wiki-files",
 *   accessPoints: { pages: { path: "/pages", uid: 1000, gid: 1000 } },
 * });
 *
 * const image = ContainerImage.ecr("123456789012.dkr.ecr.eu-west-1.amazonaws.com/wiki", { tag: "1.4.2" });
 * const mountPoints = [{ sourceVolume: "pages", containerPath: "/pages" }];
 * const task = {
 *   family: "wiki",
 *   containers: { web: { image, mountPoints } },
 *   volumes: { pages: files.volume("pages") },
 * } satisfies FargateTask;
 *
 * const endpoints = new VpcEndpoints(stack, "endpoints", { network, services: EndpointPlan.forTasks([task]) });
 * new FargateService(stack, "service", { network, endpoints, task, fileSystems: { files } });
 *
 * app.synth();
 * ```
 * @throws {ConfigurationError} for subnets that there are not, or of which two are in one zone
 */
export class SharedFileSystem extends Construct implements MountedFileSystem {
  /** The file system, where it was created here. */
  readonly fileSystem: EfsFileSystem | undefined;
  readonly fileSystemId: string;
  readonly fileSystemArn: string;
  /** The security group of the mount targets. */
  readonly securityGroup: SecurityGroup;
  readonly securityGroupId: string;
  /** The mount targets by the names of their subnets. */
  readonly mountTargets: ReadonlyMap<string, EfsMountTarget>;
  /** The access points by name. */
  readonly accessPoints: ReadonlyMap<string, EfsAccessPoint>;

  constructor(scope: Construct, id: string, props: SharedFileSystemProps) {
    super(scope, id);
    throwMalformed(this, props, SHARED_FILE_SYSTEM);
    useProvider(this, props);
    throwIssues(this, [...checkSharedFileSystem(props)]);
    const { network, name } = props;
    const tags = { Name: name };
    this.fileSystem =
      props.fileSystem === undefined ? new EfsFileSystem(this, "Resource", { encrypted: true, tags }) : undefined;
    const fileSystemId = this.fileSystem?.id ?? props.fileSystem?.id ?? "";
    this.fileSystemId = fileSystemId;
    this.securityGroup = new SecurityGroup(this, "security-group", { vpcId: network.vpcId, name });
    const { securityGroupId } = this.securityGroup;
    this.securityGroupId = securityGroupId;
    this.mountTargets = new Map(
      subnetsOf(props).map((subnet) => [
        subnet.name,
        new EfsMountTarget(this, `mount-target-${subnet.name}`, {
          fileSystemId,
          subnetId: subnet.id,
          securityGroups: [securityGroupId],
        }),
      ]),
    );
    const [target] = this.mountTargets.values();
    this.fileSystemArn = this.fileSystem?.arn ?? target?.fileSystemArn ?? "";
    this.accessPoints = new Map(
      Object.entries(props.accessPoints ?? {}).map(([each, { path, uid, gid, permissions = "755" }]) => [
        each,
        new EfsAccessPoint(this, `access-point-${each}`, {
          fileSystemId,
          posixUser: { uid, gid },
          rootDirectory: { path, creationInfo: { ownerUid: uid, ownerGid: gid, permissions } },
          tags: { Name: `${name}-${each}` },
        }),
      ]),
    );
  }

  /** The mount targets, for what has to wait for them. */
  get dependencies(): readonly ITerraformDependable[] {
    return [...this.mountTargets.values()];
  }

  /**
   * The file system as a volume of a task. With `iam: "ENABLED"` the task role gets the right to mount and write it, by the access
   * point alone where there is one; less, or the rights of root, are a grant of the task.
   *
   * @param accessPoint name of an access point. @default - the whole file system
   * @throws {ConfigurationError} where there is no such access point
   */
  volume(
    accessPoint?: string,
    options: Omit<EfsVolume, "kind" | "fileSystemId" | "accessPointId" | "fileSystemArn" | "accessPointArn"> = {},
  ): EfsVolume {
    const own = { fileSystemArn: this.fileSystemArn, ...options };
    if (accessPoint === undefined) return efsVolume(this.fileSystemId, own);
    const point = this.accessPoints.get(accessPoint);
    throwIssues(this, point === undefined ? [unknownAccessPoint(accessPoint, [...this.accessPoints.keys()])] : []);
    return efsVolume(this.fileSystemId, { accessPointArn: point?.arn ?? "", ...own, accessPointId: point?.id ?? "" });
  }
}

/** A file system has one mount target in a zone at most. Source: Amazon EFS User Guide, "Managing mount targets". */
function subnetsOf({ network, subnets }: SharedFileSystemProps): readonly NetworkSubnet[] {
  if (subnets !== undefined) return network.subnets.filter(({ name }) => subnets.includes(name));
  const zones = new Map<string, NetworkSubnet>();
  for (const subnet of network.subnets) {
    if (hostsTasks(subnet.tier) && !zones.has(subnet.availabilityZone)) zones.set(subnet.availabilityZone, subnet);
  }
  return [...zones.values()];
}
