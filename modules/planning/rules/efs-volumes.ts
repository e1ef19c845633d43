import { issue } from "../../issues/issue";
import type { RequirementRule } from "./requirement-rule";

/** A file system is mounted through its mount targets, not through an endpoint: `elasticfilesystem` is the API of EFS only. */
export const efsVolumes: RequirementRule = {
  id: "efs-volumes",
  source: "https://docs.aws.amazon.com/efs/latest/ug/efs-vpc-endpoints.html",
  *derive({ task }) {
    for (const [name, volume] of Object.entries(task.volumes ?? {})) {
      if (volume.kind !== "efs") continue;
      yield {
        remark: issue("efs-mount-target", {
          path: `volumes.${name}`,
          problem: `the file system "${volume.fileSystemId}" is reached through its mount targets, not through an endpoint`,
          fix: "see to a mount target in each zone of the tasks, and to TCP port 2049 in the security groups of both sides",
        }),
      };
    }
  },
};
