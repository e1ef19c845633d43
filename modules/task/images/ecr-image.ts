import { asksToRegion } from "../../asks/asks-to-region";
import { ecrPullAsks } from "../../asks/ecr-pull";
import { FAILURES } from "../../asks/failures";
import { ecrHost, hasWordsInUrl, parseEcrRepositoryUrl } from "../../aws/ecr-repository-url";
import type { Fix } from "../../issues/fix";
import { type Issue, issue } from "../../issues/issue";
import { isPending } from "../../values/pending";
import { maskPending } from "../../values/pending-parts";
import { cacheRemark } from "./cache-remark";
import { ecrHostRemarks } from "./ecr-host-remarks";
import type { ImageKind } from "./image-kind";
import { withoutScheme } from "./image-name";

/** An image in a private Amazon ECR repository. */
export interface EcrImage {
  readonly kind: "ecr";
  /** URL of the repository without a tag, for example `"123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders"`. */
  readonly repositoryUrl: string;
  /**
   * ARN of the repository, to which the execution role's pull rights are limited.
   *
   * @default - derived from the URL
   */
  readonly repositoryArn?: string;
  /** Tag of the image, for example `"1.4.2"`. @default - the registry's own default, `latest`, unless a digest is given */
  readonly tag?: string;
  /** For example `"sha256:…"`; pins the image whatever happens to the tag. */
  readonly digest?: string;
  /**
   * Whether a pull-through cache rule fills the repository, which neither its URL nor a token shows. The first pull of an
   * image then needs a way to the internet.
   *
   * @default false
   */
  readonly pullThroughCache?: boolean;
}

/** What an ECR repository has to tell: the provider's `EcrRepository` satisfies it. */
export interface EcrRepositoryReference {
  /** URL of the repository without a tag. */
  readonly repositoryUrl: string;
  readonly arn: string;
}

/** Which image of a repository. */
export type EcrImageVersion = Pick<EcrImage, "tag" | "digest" | "pullThroughCache">;

/**
 * An image in a private Amazon ECR repository.
 *
 * @param repository the repository (an `EcrRepository`, or anything with its URL and ARN), or only its URL
 * @param version which image of the repository
 * @example ContainerImage.ecr(repository, { tag: "1.4.2" })
 */
export function ecrImage(repository: EcrRepositoryReference | string, version: EcrImageVersion = {}): EcrImage {
  // A token that cdktf passes as an object is a URL, not a repository.
  return typeof repository === "object" && "repositoryUrl" in repository
    ? { kind: "ecr", repositoryUrl: repository.repositoryUrl, repositoryArn: repository.arn, ...version }
    : { kind: "ecr", repositoryUrl: repository, ...version };
}

/** The parts of an image's name, as one of ECR. */
export function readEcrImage(name: string): EcrImage {
  const masked = maskPending(name);
  const at = masked.indexOf("@");
  const nameEnd = at < 0 ? masked.length : at;
  const colon = masked.lastIndexOf(":", nameEnd - 1);
  const hasTag = colon > masked.lastIndexOf("/", nameEnd - 1);
  return ecrImage(name.slice(0, hasTag ? colon : nameEnd), {
    ...(hasTag ? { tag: name.slice(colon + 1, nameEnd) } : {}),
    ...(at < 0 ? {} : { digest: name.slice(at + 1) }),
  });
}

function fixOf(url: string): Fix {
  const bare = withoutScheme(url);
  if (parseEcrRepositoryUrl(bare) !== undefined) return `leave out "${url.slice(0, -bare.length)}"`;
  return {
    library: `write it as "${EXAMPLE}" and the tag as { tag: "1.4.2" }, or use ContainerImage.registry(name)`,
    ecs: `write it as "${EXAMPLE}:1.4.2"`,
  };
}

const EXAMPLE = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders";

const PULL = {
  rule: "ecr-pull",
  token: { text: "the task fetches its own ECR token (1.4.0 and up)", failure: FAILURES.registryAuth },
  image: { text: "the image is pulled from ECR", failure: FAILURES.imageManifest },
  layers: { text: "ECR keeps image layers in S3", failure: FAILURES.imageLayers },
};

export const ecrImageKind: ImageKind<EcrImage> = {
  *check({ repositoryUrl }, path): Generator<Issue> {
    if (isPending(repositoryUrl) || parseEcrRepositoryUrl(repositoryUrl) !== undefined) return;
    if (hasWordsInUrl(repositoryUrl)) return;
    yield issue("image-repository-malformed", {
      path,
      problem: `"${repositoryUrl}" is not the URL of an ECR repository`,
      fix: fixOf(repositoryUrl),
    });
  },
  write({ repositoryUrl, tag, digest }) {
    return `${repositoryUrl}${tag === undefined ? "" : `:${tag}`}${digest === undefined ? "" : `@${digest}`}`;
  },
  writeFields: () => ({}),
  *asks(image, path, context) {
    const { repositoryUrl, repositoryArn } = image;
    const repository = { kind: "repository", url: repositoryUrl, arn: repositoryArn } as const;
    const fillsCache = image.pullThroughCache === true;
    const host = ecrHost(repositoryUrl);
    const registry = host?.isFips === true ? "ecr-fips.dkr" : "ecr.dkr";
    const asks = ecrPullAsks({ ...PULL, path, repository, registry, fillsCache }, context);
    yield* asksToRegion(asks, host?.region, context, {
      name: `the repository "${repositoryUrl}"`,
      fix: `replicate it to a repository in ${context.surroundings.region} and pull from there`,
    });
    yield* ecrHostRemarks(repositoryUrl, path, context);
    if (fillsCache) {
      // A warning, not an error: once the image is in the cache, the task starts.
      const unreachable = issue("pull-through-cache-first-pull", {
        path,
        problem: `the first pull of an image from "${repositoryUrl}" needs a way to the internet`,
        fix: "pull the image once from a place with internet access before the task starts, or copy it into a repository of your own",
      });
      yield { unreachable };
    } else yield* cacheRemark(image, path, context);
    if (context.isWindows) {
      const remark = issue("windows-foreign-layers", {
        path,
        problem: `the Windows image from "${repositoryUrl}" may have layers that are not in ECR`,
        fix: 'push the image with "--allow-nondistributable-artifacts"',
      });
      yield { remark };
    }
  },
};
