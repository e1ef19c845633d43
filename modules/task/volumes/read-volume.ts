import type { JsonValue } from "../../values/json-value";
import type { FieldReader } from "../definition/field-reader";
import { given } from "../definition/given";
import { Volume } from "./volume";

const SWITCH = ["ENABLED", "DISABLED"] as const;

/** One of `volumes` of a task definition. */
export function readVolume(volume: FieldReader): Volume {
  const efs = volume.object("efsVolumeConfiguration");
  if (efs !== undefined) return readEfsVolume(efs);
  if (volume.truth("configuredAtLaunch") === true) return Volume.ebs();
  const refused = refusedField(volume);
  return refused === undefined ? Volume.bind() : { kind: "unsupported", field: refused };
}

function readEfsVolume(efs: FieldReader): Volume {
  const authorization = efs.object("authorizationConfig");
  return Volume.efs(efs.requiredText("fileSystemId", "it names the file system that is mounted") ?? "", {
    ...given({
      rootDirectory: efs.text("rootDirectory"),
      transitEncryptionPort: efs.number("transitEncryptionPort"),
      transitEncryption: efs.word("transitEncryption", SWITCH),
      accessPointId: authorization?.text("accessPointId"),
      iam: authorization?.word("iam", SWITCH),
    }),
  });
}

/** A path of the host, or the settings of another kind of volume. Fargate has neither hosts nor other kinds. */
function refusedField(volume: FieldReader): string | undefined {
  if (volume.object("host")?.text("sourcePath") !== undefined) return "host.sourcePath";
  if (volume.value("hostPath") !== undefined) return "host.sourcePath";
  return Object.entries(volume.rest()).find(([, value]) => !isEmpty(value))?.[0];
}

function isEmpty(value: JsonValue): boolean {
  return value === "" || (typeof value === "object" && value !== null && Object.keys(value).length === 0);
}
