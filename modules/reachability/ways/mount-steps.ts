import type { EfsVolume } from "../../task/volumes/efs-volume";
import type { InterfaceConnection, ServiceCall } from "../calls/call";
import { checkAccessPoint } from "../checks/access-point";
import { checkAmazonDns } from "../checks/amazon-dns";
import { endpointInterfaces } from "../checks/endpoint-interfaces";
import { holds, together } from "../checks/finding";
import { checkInterfaceIngress, MOUNT_TARGET } from "../checks/interface-ingress";
import { checkLocalRoute } from "../checks/local-route";
import { checkMountPermission } from "../checks/mount-permission";
import { checkNamesTaken } from "../checks/names-taken";
import { checkNetworkAcls } from "../checks/network-acls";
import { checkTaskEgress } from "../checks/task-egress";
import { checkVpcDns } from "../checks/vpc-dns";
import { knownValue } from "../model/fact";
import type { FileSystem } from "../model/file-system";
import type { Step } from "./walk";

/** A connection to the mount target of a file system. */
export interface Mounting extends ServiceCall, InterfaceConnection {
  readonly service: ServiceCall["service"];
  readonly fileSystem: FileSystem;
  readonly volume: EfsVolume;
}

/** The way to a mount target, which is reached as the network interfaces of an endpoint are. */
export function mountSteps(mounting: Mounting): readonly Step[] {
  const { view, endpoint: target, fileSystem, volume } = mounting;
  const [group] = knownValue(view.securityGroupsOf(target)) ?? [];
  const name = group === undefined ? undefined : (view.securityGroup(group)?.address ?? group.text);
  return [
    [
      "mount-target",
      () =>
        together([
          holds(`${target.address} leads to ${fileSystem.address}`, [target.address]),
          checkAccessPoint(mounting, fileSystem, volume.accessPointId),
        ]),
    ],
    [
      "name-resolution",
      () =>
        together([
          checkVpcDns(mounting),
          checkAmazonDns(mounting),
          checkNamesTaken(mounting, { by: target.address, isPrivateZone: false }),
        ]),
    ],
    [
      "task-security-group",
      () =>
        checkTaskEgress(mounting, {
          name: target.address,
          sides: endpointInterfaces(mounting),
          peer: `the security group ${name ?? "of the mount target"} as its destination`,
          why: "a file system is mounted over NFS; without an egress rule the mount times out, and the task stops",
          inLibrary: "give it to the service as fileSystems: { files }, where files is the SharedFileSystem",
        }),
    ],
    ["network-acl", () => checkNetworkAcls(mounting)],
    ["route", () => checkLocalRoute(mounting)],
    ["mount-target-security-group", () => checkInterfaceIngress(mounting, MOUNT_TARGET)],
    ["permissions", () => checkMountPermission(mounting, fileSystem, volume)],
  ];
}
