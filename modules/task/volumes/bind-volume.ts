import type { VolumeKind } from "./volume-kind";

/** An empty directory in the task's ephemeral storage that its containers share. */
export interface BindVolume {
  readonly kind: "bind";
}

/** An empty directory that the containers of the task share. */
export function bindVolume(): BindVolume {
  return { kind: "bind" };
}

/** What says nothing else. */
export const bindVolumeKind: VolumeKind<BindVolume> = {
  check: () => [],
  read: () => bindVolume(),
  write: () => ({}),
  asks: () => [],
};
