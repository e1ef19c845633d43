import type { FieldReader } from "../json/field-reader";
import { VOLUME_KINDS, Volume } from "./volume";

/** One of `volumes` of a task definition. */
export function readVolume(volume: FieldReader): Volume {
  for (const kind of Object.values(VOLUME_KINDS)) {
    const read = kind.read(volume);
    if (read !== undefined) return read;
  }
  return Volume.bind();
}
