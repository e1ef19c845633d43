import type { TaskSite } from "../calls/call";
import type { FileSystem } from "../model/file-system";
import { sameIdentity } from "../model/identity";
import type { SymbolicText } from "../model/symbol";
import { breaks, type Finding } from "./finding";

/**
 * The access point with which a task mounts a file system is one of that file system.
 *
 * Source: https://docs.aws.amazon.com/efs/latest/ug/efs-access-points.html
 */
export function checkAccessPoint(
  { view }: TaskSite,
  { id, address }: FileSystem,
  accessPoint: SymbolicText | undefined,
): Finding | undefined {
  const point = accessPoint === undefined ? undefined : view.fileSystems.accessPoint(accessPoint);
  if (point === undefined || !point.fileSystem.known || sameIdentity(point.fileSystem.value, id) !== "no") {
    return undefined;
  }
  return breaks("access-point-other-file-system", {
    problem: `${point.address} is an access point of ${point.fileSystem.value.text}, and the task mounts ${address} with it`,
    fix: `name an access point of ${address}, or write file_system_id = ${address}.id in ${point.address}`,
    path: point.address,
  });
}
