import type { TaskSite } from "../calls/call";
import { taskName } from "../calls/call";
import { type Fact, knownValue } from "../model/fact";
import type { FileSystem, MountTarget } from "../model/file-system";
import { type Identity, sameIdentity } from "../model/identity";
import type { Subnet } from "../model/network-model";
import type { Truth } from "../model/truth";
import { breaks, type Finding, open } from "./finding";

/**
 * The mount target that serves a subnet of a task, or why there is none: the name of a file system leads to the mount
 * target in the zone of who asks.
 *
 * Source: https://docs.aws.amazon.com/efs/latest/ug/mounting-fs-mount-cmd-dns-name.html
 */
export function checkMountTarget(site: TaskSite, system: FileSystem, subnet: Subnet): MountTarget | Finding {
  const { items, possible, others } = site.view.fileSystems.mountTargetsOf(system.id);
  const serving = items.map((target) => [target, servesZone(site, target, subnet)] as const);
  const found = serving.find(([, truth]) => truth === "yes")?.[0];
  if (found !== undefined) return found;
  const [maybe] = serving.flatMap(([target, truth]) => (truth === "unknown" ? [target] : []));
  const [vague] = possible;
  const because =
    maybe !== undefined
      ? `whether ${maybe.address} is in that zone is not known`
      : vague !== undefined
        ? `whether ${vague.address} belongs to ${system.address} is not known`
        : (others ?? otherZone(system, items));
  if (because !== undefined) {
    return open({
      code: "mount-target-unknown",
      what: `whether ${system.address} has a mount target in the zone of ${subnet.address}`,
      because,
      assure: `an aws_efs_mount_target of ${system.address} is in the zone of ${subnet.address}`,
      path: system.address,
    });
  }
  return breaks("mount-target-missing", {
    problem:
      items.length === 0
        ? `${taskName(site)} mounts ${system.address}, which has no mount target`
        : `${taskName(site)} mounts ${system.address} from ${subnet.address}, in whose zone it has no mount target`,
    fix: `add an aws_efs_mount_target with file_system_id = ${system.address}.id and the subnet_id of a subnet in the zone of ${subnet.address}`,
    path: items.length === 0 ? system.address : subnet.address,
  });
}

/** A file system in one zone is mounted from other zones only by a name of its own, and whether ECS uses that is not established. */
function otherZone({ isOneZone, address }: FileSystem, targets: readonly MountTarget[]): string | undefined {
  if (!isOneZone.known) return isOneZone.because;
  if (!isOneZone.value || targets.length === 0) return undefined;
  return `${address} is in one zone, and whether tasks in other zones can mount it is not established`;
}

function servesZone({ view, vpc }: TaskSite, { subnet }: MountTarget, from: Subnet): Truth {
  if (!subnet.known) return "unknown";
  if (sameIdentity(subnet.value, from.id) === "yes") return "yes";
  const to = view.subnet(subnet.value);
  if (to.vpc.known && sameIdentity(to.vpc.value, vpc.id) === "no") return "no";
  return sameZone(to.zone, from.zone);
}

/** One of the zones that a data source lists. */
const LISTED = /^(\$\{data\.aws_availability_zones\.[^}]*)\[(\d+)\]\}$/;

function sameZone(a: Fact<Identity>, b: Fact<Identity>): Truth {
  const [one, other] = [knownValue(a), knownValue(b)];
  if (one === undefined || other === undefined) return "unknown";
  const [, list, index] = LISTED.exec(one.text) ?? [];
  const [, otherList, otherIndex] = LISTED.exec(other.text) ?? [];
  if (list !== undefined && list === otherList && index !== otherIndex) return "no";
  return sameIdentity(one, other);
}
