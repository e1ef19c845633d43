import { volumeKind } from "../../task/volumes/volume";
import type { AskRule } from "./ask-rule";

/** What mounting volumes asks; each kind of volume says it. */
export const volumes: AskRule = {
  source: "https://docs.aws.amazon.com/efs/latest/ug/efs-vpc-endpoints.html",
  *asks({ task }) {
    for (const [name, volume] of Object.entries(task.volumes ?? {})) {
      yield* volumeKind(volume)?.asks(volume, `volumes.${name}`) ?? [];
    }
  },
};
