import { inEachLanguage } from "../../issues/fix";
import { issue } from "../../issues/issue";
import { isUnset } from "../json/is-unset";
import { unwrittenVolume } from "./unwritten-volume";
import type { VolumeKind } from "./volume-kind";

/** A volume of a kind that is not known here, as a raw task definition may have it. */
export interface OtherVolume {
  readonly kind: "other";
  /** The field that makes it one, in ECS's spelling. */
  readonly field: string;
}

/** ECS gets new kinds of volumes, so what is not known is not refused. */
export const otherVolumeKind: VolumeKind<OtherVolume> = {
  *check({ field }, context) {
    yield* unwrittenVolume(field, context);
  },
  read(volume) {
    const [field] = Object.entries(volume.rest()).find(([, value]) => !isUnset(value)) ?? [];
    return field === undefined ? undefined : { kind: "other", field };
  },
  write: () => ({}),
  *asks({ field }, path) {
    yield {
      remark: issue("volume-unrecognized", {
        path,
        problem: `what the task calls for a volume with ${field} is not known`,
        fix: inEachLanguage(
          ({ uses }) =>
            `check whether Fargate takes it, and name the services that it calls, for example ${uses("s3")}`,
        ),
      }),
    };
  },
};
