import type { AskedRequest } from "./ask";

/**
 * What a service asks of KMS, in the name of the role that reads, where what is read is encrypted with a key of one's own. A key
 * of AWS's needs no right.
 *
 * @param key id, ARN or alias of the key
 */
export function keyDecryption(sid: string, key: string | undefined): readonly AskedRequest[] {
  return key === undefined ? [] : [{ sid, actions: ["kms:Decrypt"], on: { kind: "key", key }, ofKey: true }];
}
