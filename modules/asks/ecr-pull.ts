import type { Ask, AskedRequest } from "./ask";
import type { AskContext } from "./ask-context";
import type { Thing } from "./thing";

/** The token has no resource, and AWS's own sample leaves it without a condition. */
const TOKEN: AskedRequest = { sid: "EcrToken", actions: ["ecr:GetAuthorizationToken"], on: { kind: "everything" } };

/** ECR signs the request for a layer, so no role has a right to it. */
export const LAYER: AskedRequest = { actions: ["s3:GetObject"], on: { kind: "image-layers" } };

/** What a pull asks of a repository. */
function pullFrom(repository: Thing): AskedRequest {
  return {
    sid: "EcrPull",
    actions: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
    granted: ["ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"],
    on: repository,
    onlyFromVpc: true,
  };
}

/**
 * What a rule of a pull-through cache is granted to fill the repository; a pull itself does not ask for it.
 *
 * Source: https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache-iam.html
 */
function fillFrom(repository: Thing): AskedRequest {
  const granted = ["ecr:BatchImportUpstreamImage", "ecr:CreateRepository"];
  return { sid: "EcrPullThroughCache", actions: [], granted, on: repository };
}

/** Why a pull needs one of its services, and what happens without it. */
export type PullReason = Pick<Ask, "text" | "failure">;

/** A pull from ECR. */
export interface EcrPull {
  readonly rule: string;
  readonly path: string;
  readonly repository: Thing;
  /** The service that has the host of the registry. @default "ecr.dkr" */
  readonly registry?: "ecr.dkr" | "ecr-fips.dkr";
  readonly token: PullReason;
  readonly image: PullReason;
  readonly layers: PullReason;
  /** Whether a pull-through cache rule fills the repository. @default false */
  readonly fillsCache?: boolean;
}

/**
 * What a pull from ECR asks of three services. On platform version 1.3.0 the token is fetched through an interface of
 * Fargate's own.
 *
 * Source: https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html
 */
export function ecrPullAsks(
  { rule, path, repository, registry = "ecr.dkr", token, image, layers, fillsCache }: EcrPull,
  { platformVersion }: Pick<AskContext, "platformVersion">,
): [Ask, ...Ask[]] {
  const common = { rule, path, by: "execution-role" } as const;
  const requests = [pullFrom(repository), ...(fillsCache === true ? [fillFrom(repository)] : [])];
  const withoutEndpoint = platformVersion === "1.3.0";
  return [
    { ...common, ...layers, service: "s3", by: "ecr", requests: [LAYER] },
    { ...common, ...image, service: registry, requests },
    { ...common, ...token, service: "ecr.api", requests: [TOKEN], ...(withoutEndpoint ? { withoutEndpoint } : {}) },
  ];
}
