import { issue } from "../../issues/issue";
import type { FieldReader } from "../json/field-reader";
import { isUnset } from "../json/is-unset";
import type { VolumeKind } from "./volume-kind";

/** A volume that Fargate refuses, as a raw task definition may have it. */
export interface UnsupportedVolume {
  readonly kind: "unsupported";
  /** The field that makes it one, in ECS's spelling, for example `"fsxWindowsFileServerVolumeConfiguration"`. */
  readonly field: string;
}

/** Volumes that only hosts of their own have. Source: Amazon ECS Developer Guide, "Storage options for Amazon ECS tasks". */
const REFUSED = ["dockerVolumeConfiguration", "fsxWindowsFileServerVolumeConfiguration"];

/** A path of the host, or a volume that Docker or Windows mounts on it. Tasks on Fargate have no host of their own. */
export const unsupportedVolumeKind: VolumeKind<UnsupportedVolume> = {
  *check({ field }, { name, path }) {
    const fsx = field === "fsxWindowsFileServerVolumeConfiguration";
    yield issue("volume-unsupported", {
      path,
      problem: `the volume "${name}" has ${field}`,
      why: fsx ? "Fargate has no volumes of FSx for Windows File Server" : "Fargate does not support the field",
      fix: {
        library: "use Volume.efs(fileSystem), Volume.ebs() or Volume.bind()",
        ecs: 'use "efsVolumeConfiguration", "configuredAtLaunch": true for EBS, or the name alone for a bind mount',
      },
    });
  },
  read(volume) {
    const field = refusedField(volume);
    return field === undefined ? undefined : { kind: "unsupported", field };
  },
  write: () => ({}),
  asks: () => [],
};

function refusedField(volume: FieldReader): string | undefined {
  if (volume.object("host")?.text("sourcePath") !== undefined) return "host.sourcePath";
  if (volume.value("hostPath") !== undefined) return "host.sourcePath";
  return REFUSED.find((field) => !isUnset(volume.value(field)));
}
