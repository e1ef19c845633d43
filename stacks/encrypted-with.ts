/** What each thing of a sample takes to be encrypted with a key of KMS. */
export interface Encryption {
  /** For an `EcrRepository`. */
  readonly repository: {
    readonly encryptionConfiguration?: { readonly encryptionType: string; readonly kmsKey: string }[];
  };
  /** For an `SsmParameter`. */
  readonly parameter: { readonly keyId?: string };
  /** For a `SecretsmanagerSecret`. */
  readonly secret: { readonly kmsKeyId?: string };
  /** For a `SecretSource`, whose reader has to decrypt it. */
  readonly source: { readonly kmsKey?: string };
  /** For a `FargateService`. */
  readonly service: { readonly logGroup?: { readonly kmsKeyArn: string } };
}

/** @param kmsKeyArn ARN of a key. @default - nothing is said: keys of AWS's */
export function encryptedWith(kmsKeyArn: string | undefined): Encryption {
  if (kmsKeyArn === undefined) return { repository: {}, parameter: {}, secret: {}, source: {}, service: {} };
  return {
    repository: { encryptionConfiguration: [{ encryptionType: "KMS", kmsKey: kmsKeyArn }] },
    parameter: { keyId: kmsKeyArn },
    secret: { kmsKeyId: kmsKeyArn },
    source: { kmsKey: kmsKeyArn },
    service: { logGroup: { kmsKeyArn } },
  };
}
