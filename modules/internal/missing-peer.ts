/**
 * What the library needs and does not bring along, with what installs it: for cdktf, and for CDK Terrain. The command needs none
 * of it, so npm takes them for optional.
 */
const PEERS = {
  cdktf: {
    names: ["cdktf", "constructs", "@cdktf/provider-aws"],
    install: "npm install cdktf constructs @cdktf/provider-aws",
    rest: "with CDK Terrain import cdktf-private-fargate/cdktn; ",
  },
  cdktn: {
    names: ["cdktn", "constructs", "@cdktn/provider-aws"],
    // cdktn refuses constructs 10.8, and npm on Node 20 would take bindings of an older cdktn.
    install: "npm install cdktn@0.24 constructs@10.7 @cdktn/provider-aws@25",
    rest: "",
  },
} as const;

/**
 * What a failure to load the library means: where a peer is not installed, an error that says what to type; any other is what
 * it was.
 */
export function explainedFailure(failure: unknown, framework: keyof typeof PEERS): unknown {
  const { names, install, rest } = PEERS[framework];
  const missing = names.find((name) => isNotFound(failure, name));
  if (missing === undefined) return failure;
  const without = "cdktf-private-fargate/planning and cdktf-private-fargate/reachability work without it";
  return new Error(
    `cdktf-private-fargate needs ${missing}, which is not installed: write ${install} (${rest}${without})`,
    { cause: failure },
  );
}

function isNotFound(failure: unknown, name: string): boolean {
  const isOfLoader = failure instanceof Error && "code" in failure && String(failure.code).endsWith("MODULE_NOT_FOUND");
  return isOfLoader && new RegExp(`'${name}(/[^']*)?'`).test(failure.message);
}
