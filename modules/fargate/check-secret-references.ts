import { Token, Tokenization } from "cdktf";
import type { Issue } from "../issues/issue";
import type { FargateTask } from "../task/fargate-task";
import { checkSecret } from "../task/secrets/check-secret";
import type { SecretSource } from "../task/secrets/secret-source";

/** What is wrong with secrets of which an attribute of a resource is given, by which attribute of which type it is. */
export function* checkSecretReferences({ containers }: Pick<FargateTask, "containers">): Generator<Issue> {
  for (const [name, { secrets = {} }] of Object.entries(containers)) {
    for (const [variable, secret] of Object.entries(secrets)) {
      const referred = withReference(secret);
      if (referred !== undefined) yield* checkSecret(referred, `containers.${name}.secrets.${variable}`);
    }
  }
}

function withReference(secret: SecretSource): SecretSource | undefined {
  const named = secret.kind === "secrets-manager" ? secret.secretArn : secret.parameter;
  const [token, ...others] = Token.isUnresolved(named) ? Tokenization.reverseString(String(named)).tokens : [];
  if (token === undefined || others.length > 0 || !("identifier" in token)) return undefined;
  const reference = `\${${token.identifier}}`;
  return secret.kind === "secrets-manager" ? { ...secret, secretArn: reference } : { ...secret, parameter: reference };
}
