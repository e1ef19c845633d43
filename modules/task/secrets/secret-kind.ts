import type { Ask } from "../../asks/ask";
import type { Issue } from "../../issues/issue";

/** What a secret's value asks when it is fetched, and where the secret is. */
export interface SecretAsk {
  readonly ask: Omit<Ask, "path">;
  /** ARN or name, which tells the Region. */
  readonly reference: string;
  /** How the secret gets into the task's Region. */
  readonly fixFor: (region: string | undefined) => string;
}

/** Everything that has to be known of a kind of secret. */
export interface SecretKind<Secret> {
  /** How one is made, for messages. */
  readonly made: string;
  /** What is wrong with one, as far as literals show. */
  check(secret: Secret, path: string): Iterable<Issue>;
  /** The secret as a container definition's `valueFrom` names it. */
  write(secret: Secret): string;
  asks(secret: Secret): SecretAsk;
}
