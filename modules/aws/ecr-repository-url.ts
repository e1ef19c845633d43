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
