import type { UncheckedFargateTask } from "../../task/fargate-task";
import type { EfsVolume } from "../../task/volumes/efs-volume";
import type { TaskSite } from "../calls/call";
import { checkMountTarget } from "../checks/mount-targets";
import { known, mapFact } from "../model/fact";
import type { FileSystem, MountTarget } from "../model/file-system";
import type { Subnet } from "../model/network-model";
import { mountSteps } from "./mount-steps";
import { type Walk, walk, worstWalk } from "./walk";

/** The port of NFS. Source: https://docs.aws.amazon.com/efs/latest/ug/network-access.html */
const NFS_PORT = 2049;

/** A volume of a task whose file system is created here, and whether it can be mounted. */
export interface ProvedMount {
  /** Where the task has it. */
  readonly path: string;
  readonly walk: Walk;
}

/** Whether the file systems of EFS that a task mounts can be reached from where it runs. Those from elsewhere are left out. */
export function proveMounts(site: TaskSite, { volumes = {} }: UncheckedFargateTask): readonly ProvedMount[] {
  return Object.entries(volumes).flatMap(([name, volume]): ProvedMount[] => {
    const fileSystem = volume.kind === "efs" ? site.view.fileSystems.named(volume.fileSystemId) : undefined;
    if (volume.kind !== "efs" || fileSystem === undefined) return [];
    return [{ path: `volumes.${name}`, walk: proveMount(site, volume, fileSystem) }];
  });
}

/** From each subnet the mount target in its zone is mounted, so that there are several ways; the worst counts. */
function proveMount(site: TaskSite, volume: EfsVolume, fileSystem: FileSystem): Walk {
  const served = new Map<MountTarget, Subnet[]>();
  const walks: Walk[] = [];
  const walking = { service: "efs", acceptances: site.acceptances };
  for (const subnet of site.subnets) {
    const found = checkMountTarget(site, fileSystem, subnet);
    if ("verdict" in found) walks.push(walk(walking, [["mount-target", () => found]]));
    else served.set(found, [...(served.get(found) ?? []), subnet]);
  }
  for (const [target, subnets] of served) {
    const mounting = {
      ...site,
      service: "elasticfilesystem",
      type: "Interface",
      ports: [NFS_PORT],
      reasons: [],
      requests: [],
      subnets,
      fileSystem,
      volume,
      endpoint: { ...target, vpc: known(site.vpc.id), subnets: mapFact(target.subnet, (id) => [id]) },
    } as const;
    walks.push(walk(walking, mountSteps(mounting)));
  }
  const [first, ...others] = walks;
  return first === undefined ? walk(walking, []) : worstWalk([first, ...others]);
}
