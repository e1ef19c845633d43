import { isCapitalWord } from "../values/placeholder";
import { isAccountIdOrWord } from "./account-id";
import { isRegion } from "./region";

/** The parts of an ECR repository's URL. */
export interface EcrRepositoryUrl {
  readonly account: string;
  readonly region: string;
  readonly dnsSuffix: string;
  readonly repository: string;
}

/**
 * Whether words stand in a repository's URL for what a pipeline writes there: `ACCOUNT_ID.dkr.ecr.REGION.amazonaws.com/orders`.
 */
export function hasWordsInUrl(url: string): boolean {
  if (!/^[^/]+\.dkr\.ecr(?:-fips)?\./.test(url)) return false;
  const [account = "", , , region = "", ...rest] = url.split(/[./]/);
  const isWord = !/^\d+$/.test(account) && isAccountIdOrWord(account);
  return isWord || /region/i.test(region) || [region, ...rest].some(isCapitalWord);
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

/** The Region in the host of a repository's URL, whatever stands around it. `undefined` where it is written later. */
export function ecrHostRegion(url: string): string | undefined {
  // A token can be an object, although the compiler sees a text.
  const region = /^[^/]*\.dkr\.ecr(?:-fips)?\.([a-z0-9-]+)\./.exec(`${url}`)?.[1];
  return region !== undefined && isRegion(region) ? region : undefined;
}
