import { type BindVolume, bindVolume, bindVolumeKind } from "./bind-volume";
import { type EbsVolume, ebsVolume, ebsVolumeKind } from "./ebs-volume";
import { type EfsVolume, efsVolume, efsVolumeKind } from "./efs-volume";
import { type OtherVolume, otherVolumeKind } from "./other-volume";
import { type S3FilesVolume, s3FilesVolumeKind } from "./s3-files-volume";
import { type UnsupportedVolume, unsupportedVolumeKind } from "./unsupported-volume";
import type { VolumeKind } from "./volume-kind";

/** A volume of a task. Made with {@link Volume}'s functions, or as an object literal. */
export type Volume = EfsVolume | EbsVolume | BindVolume | S3FilesVolume | UnsupportedVolume | OtherVolume;

type VolumeOf<Kind extends Volume["kind"]> = Extract<Volume, { readonly kind: Kind }>;

/** The kinds that only a raw task definition has. */
type RawKind = "s3-files" | "unsupported" | "other";

/** Describes a volume of a task. */
export const Volume = { efs: efsVolume, ebs: ebsVolume, bind: bindVolume } as const satisfies {
  readonly [Kind in Exclude<Volume["kind"], RawKind>]: (...given: never[]) => VolumeOf<Kind>;
};

/** The kinds of {@link Volume}, in the order in which a task definition is asked for them. */
export const VOLUME_KINDS: { readonly [Kind in Volume["kind"]]: VolumeKind<VolumeOf<Kind>> } = {
  efs: efsVolumeKind,
  ebs: ebsVolumeKind,
  "s3-files": s3FilesVolumeKind,
  unsupported: unsupportedVolumeKind,
  other: otherVolumeKind,
  bind: bindVolumeKind,
};

/** What is to be known of a volume's kind. `undefined` for a kind that only a caller without a compiler can write. */
export function volumeKind({ kind }: Volume): VolumeKind<Volume> | undefined {
  const kinds: Readonly<Record<string, VolumeKind<Volume>>> = VOLUME_KINDS;
  return Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
}
