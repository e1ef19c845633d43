/** What the library needs and does not bring along. The command needs none of it, so npm takes them for optional. */
const PEERS = ["cdktf", "constructs", "@cdktf/provider-aws"] as const;

/**
 * What a failure to load the library means: where a peer is not installed, an error that says what to type; any other is what
 * it was.
 */
export function explainedFailure(failure: unknown): unknown {
  const missing = PEERS.find((name) => isNotFound(failure, name));
  if (missing === undefined) return failure;
  const rest = "cdktf-private-fargate/planning and cdktf-private-fargate/reachability work without it";
  return new Error(
    `cdktf-private-fargate needs ${missing}, which is not installed: write npm install ${PEERS.join(" ")} (${rest})`,
    { cause: failure },
  );
}

function isNotFound(failure: unknown, name: string): boolean {
  const isOfLoader = failure instanceof Error && "code" in failure && String(failure.code).endsWith("MODULE_NOT_FOUND");
  return isOfLoader && new RegExp(`'${name}(/[^']*)?'`).test(failure.message);
}
