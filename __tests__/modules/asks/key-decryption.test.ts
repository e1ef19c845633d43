import { expect, it } from "vitest";
import { keyDecryption } from "../../../modules/asks/key-decryption";

it("is a right to decrypt with a key of one's own, for which no endpoint is needed", () => {
  expect(keyDecryption("SecretsManagerKey", "alias/secrets")).toEqual([
    { sid: "SecretsManagerKey", actions: ["kms:Decrypt"], on: { kind: "key", key: "alias/secrets" }, ofKey: true },
  ]);
});

it("is nothing for a key of AWS's", () => {
  expect(keyDecryption("SecretsManagerKey", undefined)).toEqual([]);
});
