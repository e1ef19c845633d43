import { issue } from "../../issues/issue";
import type { JsonValue } from "../../values/json-value";
import type { FieldReader } from "../json/field-reader";
import type { VolumeKind } from "./volume-kind";

/** A volume that Fargate refuses, as a raw task definition may have it. */
export interface UnsupportedVolume {
  readonly kind: "unsupported";
  /** The field that makes it one, in ECS's spelling, for example `"fsxWindowsFileServerVolumeConfiguration"`. */
  readonly field: string;
}

/** A path of the host, or the settings of another kind of volume. Fargate has neither hosts nor other kinds. */
export const unsupportedVolumeKind: VolumeKind<UnsupportedVolume> = {
  *check({ field }, { name, path }) {
    const fsx = field === "fsxWindowsFileServerVolumeConfiguration";
    yield issue("volume-unsupported", {
      path,
      problem: `the volume "${name}" has ${field}`,
      why: fsx ? "Fargate has no volumes of FSx for Windows File Server" : "Fargate does not support the field",
      fix: "use Volume.efs(fileSystem), Volume.ebs() or Volume.bind()",
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
  return Object.entries(volume.rest()).find(([, value]) => !isEmpty(value))?.[0];
}

function isEmpty(value: JsonValue): boolean {
  return value === "" || (typeof value === "object" && value !== null && Object.keys(value).length === 0);
}
