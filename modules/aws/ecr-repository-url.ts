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
  const match = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.([a-z0-9.]+)\/([a-z0-9]+(?:[._/-]+[a-z0-9]+)*)$/.exec(
    url,
  );
  const [, account, region, dnsSuffix, repository] = match ?? [];
  if (account === undefined || region === undefined || dnsSuffix === undefined || repository === undefined) {
    return undefined;
  }
  return { account, region, dnsSuffix, repository };
}

/** What the host of a private registry tells besides account and Region. */
export interface EcrHost {
  /** Whether it is the host for FIPS. */
  readonly isFips: boolean;
  /** Whether it is the host that answers over IPv6 as well, for example `"123456789012.dkr-ecr.eu-west-1.on.aws"`. */
  readonly isDualStack: boolean;
}

/**
 * The kind of host that a text starts with, which may have expressions in place of account and Region.
 *
 * Source: https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-requests.html
 *
 * @returns `undefined` where it is not the host of a private ECR registry
 */
export function ecrHost(text: string): EcrHost | undefined {
  const [, separator, fips] = /^[^/]*?\.dkr([.-])ecr(-fips)?\./.exec(text) ?? [];
  return separator === undefined ? undefined : { isFips: fips !== undefined, isDualStack: separator === "-" };
}
