import { S3Backend, type TerraformStack } from "cdktf";
import type { SettingsOf } from "./read-settings";

/** The settings of a remote state. */
export const STATE_FIELDS = { bucket: "string", region: "string", keyPrefix: "string" } as const;

/** Where Terraform keeps the state of the stacks. */
export type StateSettings = SettingsOf<typeof STATE_FIELDS>;

/**
 * Keeps the state of a stack in an S3 bucket, locked by S3 itself (Terraform 1.10 and later). Without a bucket the state
 * is a local file, `terraform.<stack>.tfstate`.
 *
 * @param region Region of the bucket, where the settings do not tell
 */
export function keepState(
  stack: TerraformStack,
  { bucket, region, keyPrefix = "" }: StateSettings,
  fallback: string,
): void {
  if (bucket === undefined) return;
  new S3Backend(stack, {
    bucket,
    region: region ?? fallback,
    key: `${keyPrefix}${stack.node.id}.tfstate`,
    encrypt: true,
  });
  // cdktf 0.21 has no property for the lock that needs no DynamoDB table.
  stack.addOverride("terraform.backend.s3.use_lockfile", true);
}
