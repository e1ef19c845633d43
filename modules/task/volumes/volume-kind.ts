import type { AskFinding } from "../../asks/ask";
import type { Issue } from "../../issues/issue";
import type { FieldReader } from "../json/field-reader";

/** A volume as Terraform's `aws_ecs_task_definition` has it, apart from its name. */
export interface VolumeBlock {
  readonly efsVolumeConfiguration?: {
    readonly fileSystemId: string;
    readonly rootDirectory?: string;
    readonly transitEncryption?: string;
    readonly transitEncryptionPort?: number;
    readonly authorizationConfig?: { readonly accessPointId?: string; readonly iam?: string };
  };
  readonly configureAtLaunch?: boolean;
}

/** What the check of a volume has to know besides. */
export interface VolumeContext {
  readonly name: string;
  readonly path: string;
  /** Whether nothing that is absent is filled in. */
  readonly verbatim: boolean;
}

/** Everything that has to be known of a kind of volume. */
export interface VolumeKind<Volume> {
  /** What is wrong with one, as far as literals show. */
  check(volume: Volume, context: VolumeContext): Iterable<Issue>;
  /** One of `volumes` of a task definition. `undefined` where it is of another kind. */
  read(volume: FieldReader): Volume | undefined;
  write(volume: Volume): VolumeBlock;
  asks(volume: Volume, path: string): Iterable<AskFinding>;
}
