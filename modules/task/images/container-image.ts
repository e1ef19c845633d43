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
  /** @default - the registry's own default, `latest`, unless a digest is given */
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

/** An image in any other registry. */
export interface RegistryImage {
  readonly kind: "registry";
  /** Full name of the image, for example `"docker.io/library/nginx:1.29"`. */
  readonly name: string;
  /**
   * ARN of the secret of Secrets Manager that holds user and password (`repositoryCredentials.credentialsParameter`).
   *
   * @default - the image is public
   */
  readonly credentialsParameter?: string;
}

/** Where the image of a container comes from. Made with {@link ContainerImage}'s functions, or as an object literal. */
export type ContainerImage = EcrImage | RegistryImage;

/** What an ECR repository has to tell: the provider's `EcrRepository` satisfies it. */
export interface EcrRepositoryReference {
  /** URL of the repository without a tag. */
  readonly repositoryUrl: string;
  /** ARN of the repository. */
  readonly arn: string;
}

/** Which image of a repository. */
export interface EcrImageVersion {
  /** @default - the registry's own default, `latest`, unless a digest is given */
  readonly tag?: string;
  /** For example `"sha256:…"`; pins the image whatever happens to the tag. */
  readonly digest?: string;
  /** Whether a pull-through cache rule fills the repository. @default false */
  readonly pullThroughCache?: boolean;
}

/** Names the source of a container's image. The kind is declared, not parsed, because a token cannot be parsed. */
export const ContainerImage = {
  /**
   * An image in a private Amazon ECR repository.
   *
   * @param repository the repository (an `EcrRepository`, or anything with its URL and ARN), or only its URL
   * @param version which image of the repository
   * @example ContainerImage.ecr(repository, { tag: "1.4.2" })
   */
  ecr(repository: EcrRepositoryReference | string, version: EcrImageVersion = {}): EcrImage {
    // A token that cdktf passes as an object is a URL, not a repository.
    return typeof repository === "object" && "repositoryUrl" in repository
      ? { kind: "ecr", repositoryUrl: repository.repositoryUrl, repositoryArn: repository.arn, ...version }
      : { kind: "ecr", repositoryUrl: repository, ...version };
  },

  /**
   * An image in another registry. There is no VPC endpoint for one, so a task without an internet route cannot pull it,
   * unless the registry is among the task's `reachableHosts`.
   *
   * @param name full name of the image, for example `"docker.io/library/nginx:1.29"`
   * @param options the secret with user and password
   */
  registry(name: string, options: Pick<RegistryImage, "credentialsParameter"> = {}): RegistryImage {
    return { kind: "registry", name, ...options };
  },
} as const;

/** The image as a container definition names it. */
export function imageName(image: ContainerImage): string {
  if (image.kind === "registry") return image.name;
  const tag = image.tag === undefined ? "" : `:${image.tag}`;
  const digest = image.digest === undefined ? "" : `@${image.digest}`;
  return `${image.repositoryUrl}${tag}${digest}`;
}

/** The parts of an ECR repository's URL. */
export interface EcrRepositoryUrl {
  readonly account: string;
  readonly region: string;
  readonly dnsSuffix: string;
  readonly repository: string;
}

/**
 * Takes a repository URL apart.
 *
 * @returns `undefined` where it is none
 */
export function parseEcrRepositoryUrl(url: string): EcrRepositoryUrl | undefined {
  const match = /^(\d{12})\.dkr\.ecr(?:-fips)?\.([a-z0-9-]+)\.([a-z0-9.]+)\/([a-z0-9]+(?:[._/-]+[a-z0-9]+)*)$/.exec(
    url,
  );
  const [, account, region, dnsSuffix, repository] = match ?? [];
  if (account === undefined || region === undefined || dnsSuffix === undefined || repository === undefined) {
    return undefined;
  }
  return { account, region, dnsSuffix, repository };
}
