import { type FixInEach, inEachLanguage } from "../../issues/fix";
import { type TaskSite, taskName } from "../calls/call";
import { type Fact, known } from "../model/fact";
import type { FileSystem } from "../model/file-system";
import type { Policy } from "../model/policy";
import { breaks, type Finding, holds, leavesOpen } from "./finding";
import { policyAdmits } from "./policy-admits";
import { siteContext } from "./request-context";

export const MOUNT = "elasticfilesystem:ClientMount";
export const DENIED = "the file system answers that access is denied, so that the mount fails and the task stops";

/** A mount that shows no role to a file system with a policy. */
export interface AnonymousMount {
  readonly fileSystem: FileSystem;
  readonly policy: Policy;
  readonly isEncrypted: Fact<boolean>;
}

/**
 * Without IAM authorization a task mounts as nobody in particular: the policy of the file system has to admit everybody, since no
 * role is there whose policies could.
 *
 * Source: https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
 */
export function checkAnonymousMount(site: TaskSite, mount: AnonymousMount): Finding {
  const { fileSystem, policy, isEncrypted } = mount;
  const truth = admits(site, mount);
  if (truth === "yes") return holds(`${policy.address} allows ${MOUNT} to everybody`, [policy.address]);
  if (truth === "unknown") {
    return leavesOpen(`whether ${policy.address} allows ${MOUNT} to a client without a role is not known`);
  }
  const task = taskName(site);
  const plain = isEncrypted.known && !isEncrypted.value;
  if (plain && admits(site, { ...mount, isEncrypted: known(true) }) === "yes") {
    return breaks("permission-missing", {
      problem: `${policy.address} allows ${MOUNT} on ${fileSystem.address} over TLS only, and ${task} mounts it without transit encryption`,
      why: DENIED,
      fix: inEachLanguage(({ volumeField }) => `write ${volumeField(...ENCRYPTED)} in the volume`),
      path: policy.address,
    });
  }
  return breaks("permission-missing", {
    problem: `${policy.address} does not allow ${MOUNT} on ${fileSystem.address} to a client without a role, and ${task} mounts it without IAM authorization`,
    why: DENIED,
    fix: withRole(`, and allow ${MOUNT} to the task role in ${policy.address}, or allow it to everybody there`),
    path: policy.address,
  });
}

function admits(site: TaskSite, { fileSystem, policy, isEncrypted }: AnonymousMount) {
  const request = { action: MOUNT, resource: fileSystem.arn, principal: "anonymous" } as const;
  return policyAdmits(policy, request, { ...siteContext(site), isEncrypted });
}

const ENCRYPTED = ["transitEncryption", '"ENABLED"'] as const;

/** IAM authorization needs transit encryption. */
function withRole(rest: string): FixInEach {
  return {
    library: `write iam: "ENABLED" in the volume${rest}`,
    ecs: `write "authorizationConfig": { "iam": "ENABLED" } and "transitEncryption": "ENABLED" in the volume${rest}`,
    terraform: `write authorization_config { iam = "ENABLED" } and transit_encryption = "ENABLED" in the volume${rest}`,
  };
}
