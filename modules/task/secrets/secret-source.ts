import type { AskFinding } from "../../asks/ask";
import type { AskContext } from "../../asks/ask-context";
import { asksToRegion } from "../../asks/asks-to-region";
import { beforeStart } from "../../asks/before-start";
import { arnRegion } from "../../aws/arn-region";
import type { SecretKind } from "./secret-kind";
import { type SecretsManagerSecret, secretsManagerKind, secretsManagerSecret } from "./secrets-manager-secret";
import { type SsmParameterSecret, ssmParameterKind, ssmParameterSecret } from "./ssm-parameter-secret";

/** Where the value of a secret comes from. */
export type SecretSource = SsmParameterSecret | SecretsManagerSecret;

type SecretOf<Kind extends SecretSource["kind"]> = Extract<SecretSource, { readonly kind: Kind }>;

/** Names the source of a secret. The kind is declared, not parsed, because a token cannot be parsed. */
export const SecretSource = {
  ssmParameter: ssmParameterSecret,
  secretsManager: secretsManagerSecret,
} as const;

/** The kinds of {@link SecretSource}. */
export const SECRET_KINDS: { readonly [Kind in SecretSource["kind"]]: SecretKind<SecretOf<Kind>> } = {
  "ssm-parameter": ssmParameterKind,
  "secrets-manager": secretsManagerKind,
};

/** What is to be known of a secret's kind. `undefined` for a kind that only a caller without a compiler can write. */
export function secretKind({ kind }: SecretSource): SecretKind<SecretSource> | undefined {
  const kinds: Readonly<Record<string, SecretKind<SecretSource>>> = SECRET_KINDS;
  return Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
}

/** The secret as a container definition's `valueFrom` names it. */
export function secretValueFrom(secret: SecretSource): string {
  return secretKind(secret)?.write(secret) ?? "";
}

/** What fetching secrets asks. */
export function* secretAsks(
  secrets: Readonly<Record<string, SecretSource>> | undefined,
  path: string,
  context: AskContext,
): Generator<AskFinding> {
  for (const [name, secret] of Object.entries(secrets ?? {})) {
    const asked = secretKind(secret)?.asks(secret);
    if (asked === undefined) continue;
    const { ask, reference, fixFor } = asked;
    const found = asksToRegion([{ ...ask, path: `${path}.${name}` }], arnRegion(reference), context, {
      name: `"${reference}"`,
      fix: fixFor(context.surroundings.region),
    });
    for (const finding of found) yield* beforeStart(finding, context);
  }
}
