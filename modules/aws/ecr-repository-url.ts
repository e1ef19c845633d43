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
  if (ecrHost(url) === undefined) return false;
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
  const match = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.([a-z0-9.]+)\/([a-z0-9]+(?:[._/-]+[a-z0-9]+)*)$/.exec(
    url,
  );
  const [, account, region, dnsSuffix, repository] = match ?? [];
  if (account === undefined || region === undefined || dnsSuffix === undefined || repository === undefined) {
    return undefined;
  }
  return { account, region, dnsSuffix, repository };
}

/**
 * The pattern by which Terraform's `replace` makes the ARN of a repository of its URL: the account, `-fips` or nothing, the Region and the name,
 * without a tag or digest, which a URI from a public parameter of AWS's may have. Brackets, because Terraform takes a backslash in a
 * template for an escape of its own.
 */
export const ARN_OF_REPOSITORY_URL = "/^([0-9]+)[.]dkr[.-]ecr(-fips)?[.]([^.]+)[.][^/]+/([^:@]+).*$/";

/** What the host of a private registry tells besides account and Region. */
export interface EcrHost {
  /** Whether it is the host for FIPS. */
  readonly isFips: boolean;
  /** Whether it is the host that answers over IPv6 as well, for example `"123456789012.dkr-ecr.eu-west-1.on.aws"`. */
  readonly isDualStack: boolean;
  /** @default - written later */
  readonly region?: string;
}

/**
 * The kind of host that a text starts with, which may have expressions in place of account and Region.
 *
 * Source: https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-requests.html
 *
 * @returns `undefined` where it is not the host of a private ECR registry
 */
export function ecrHost(text: string): EcrHost | undefined {
  // A token can be an object, although the compiler sees a text.
  const [, separator, fips, region = ""] = /^[^/]*?\.dkr([.-])ecr(-fips)?\.([a-z0-9-]*)/.exec(`${text}`) ?? [];
  if (separator === undefined) return undefined;
  const host = { isFips: fips !== undefined, isDualStack: separator === "-" };
  return isRegion(region) ? { ...host, region } : host;
}
