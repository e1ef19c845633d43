import { type Issue, issue } from "../../issues/issue";
import { nearest } from "../../text/nearest";
import { SECRET_KINDS, type SecretSource, secretKind } from "./secret-source";

/** Everything that is wrong with the source of one secret. */
export function* checkSecret(secret: SecretSource, path: string): Generator<Issue> {
  const kind = secretKind(secret);
  yield* kind === undefined ? [unknownKind(secret, path)] : kind.check(secret, path);
}

/** For callers that the compiler does not check. */
function unknownKind(secret: unknown, path: string): Issue {
  const kind = typeof secret === "object" && secret !== null && "kind" in secret ? secret.kind : undefined;
  const meant = typeof kind === "string" ? nearest(kind, Object.keys(SECRET_KINDS)) : undefined;
  const kinds = Object.entries(SECRET_KINDS).filter(([name]) => meant === undefined || name === meant);
  return issue("secret-kind-unknown", {
    path,
    problem:
      kind === undefined
        ? `${JSON.stringify(secret)} has no kind of secret`
        : `${JSON.stringify(kind)} is not a kind of secret`,
    fix: `write ${kinds.map(([, { made }]) => made).join(" or ")}`,
  });
}
