import type { EfsVolume } from "../../task/volumes/efs-volume";
import { isPending } from "../../values/pending";
import { type TaskSite, taskName } from "../calls/call";
import type { ApiRequest } from "../model/api-request";
import { known, unknown } from "../model/fact";
import type { FileSystem } from "../model/file-system";
import type { Policy } from "../model/policy";
import { type SymbolicText, UNKNOWN_TEXT } from "../model/symbol";
import { anyOf } from "../model/truth";
import { checkAnonymousMount, DENIED, MOUNT } from "./anonymous-mount";
import { breaks, type Finding, holds, leavesOpen } from "./finding";
import { deniedBy, policyAdmits } from "./policy-admits";
import { siteContext } from "./request-context";
import { roleAdmits } from "./role-admits";

/**
 * The task may mount a file system that has a policy of its own. Without one everybody may. With IAM authorization the task
 * role has to: that policy or one of the role allows it, and neither denies it.
 *
 * Source: https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
 */
export function checkMountPermission(
  site: TaskSite,
  fileSystem: FileSystem,
  { iam, transitEncryption, accessPointId }: EfsVolume,
): Finding | undefined {
  const { policy } = fileSystem;
  if (!policy.known) return leavesOpen(policy.because);
  if (policy.value === undefined) return undefined;
  if (isPending(iam))
    return leavesOpen(`whether ${taskName(site)} mounts ${fileSystem.address} with its role ${NOT_YET}`);
  if (iam !== "ENABLED") {
    const isEncrypted = isPending(transitEncryption)
      ? unknown(`whether its traffic is encrypted ${NOT_YET}`)
      : known(transitEncryption === "ENABLED");
    return checkAnonymousMount(site, { fileSystem, policy: policy.value, isEncrypted });
  }
  const role = site.task.roles["task-role"];
  if (role === undefined) return leavesOpen(`${taskName(site)} has no task role to show to ${fileSystem.address}`);
  if (!role.known) return leavesOpen(role.because);
  const request: ApiRequest = { action: MOUNT, resource: fileSystem.arn, principal: "task-role" };
  const context = { ...siteContext(site), accessPoint: accessPointArn(site, accessPointId) };
  const own = policy.value;
  const byRole = roleAdmits(role.value, request, context, { withoutPolicy: new Set([request.resource]) });
  const denier = deniedBy(own, request, context) === undefined ? byRole.denial && role.value.address : own.address;
  if (denier !== undefined) return refused(site, fileSystem, denier);
  const truth = anyOf([policyAdmits(own, request, context), byRole.truth]);
  if (truth === "yes") return holds(`${role.value.address} may ${MOUNT}`, [role.value.address, own.address]);
  if (truth === "unknown") return leavesOpen(byRole.because ?? whyOpen(own));
  return breaks("permission-missing", {
    problem: `neither ${own.address} nor a policy of ${role.value.address} allows ${MOUNT} on ${fileSystem.address}, which ${taskName(site)} mounts with that role`,
    why: DENIED,
    fix: `allow ${MOUNT} to ${role.value.address} in ${own.address}, or in a policy of ${role.value.address}`,
    path: own.address,
  });
}

/** The ARN as policies see it. What has an id that is written down may be in any account. */
function accessPointArn({ view }: TaskSite, name: SymbolicText | undefined): SymbolicText {
  if (name === undefined) return "none";
  const point = view.fileSystems.accessPoint(name);
  if (point !== undefined) return point.arn;
  if (!/^fsap-\w+$/.test(name)) return UNKNOWN_TEXT;
  return `arn:${UNKNOWN_TEXT}:elasticfilesystem:${UNKNOWN_TEXT}:${UNKNOWN_TEXT}:access-point/${name}`;
}

const NOT_YET = "is not known before Terraform runs";

function refused(site: TaskSite, { address }: FileSystem, denier: string): Finding {
  return breaks("permission-missing", {
    problem: `a statement of ${denier} denies ${MOUNT} on ${address}, which ${taskName(site)} mounts`,
    why: DENIED,
    fix: `leave ${MOUNT} out of the statement that denies it, or except the task role from it`,
    path: denier,
  });
}

function whyOpen({ address }: Policy): string {
  return `whether ${address} allows ${MOUNT} is not known before Terraform runs`;
}
