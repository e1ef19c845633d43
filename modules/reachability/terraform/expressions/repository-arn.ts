import { ARN_OF_REPOSITORY_URL, parseEcrRepositoryUrl } from "../../../aws/ecr-repository-url";
import { textOf } from "./known-value";
import { joinText, literal, type Value } from "./value";

/** What the ARN is made of where it is made of the URL, with the partition. */
const REPLACEMENT = /^(arn:aws[\w-]*:ecr:)\$3:\$1:repository\/\$4$/;

/**
 * The ARN that `replace` makes of the URL of a repository, as {@link ARN_OF_REPOSITORY_URL} is used for. Which account it is may be known
 * only when Terraform runs: its number is digits.
 *
 * @returns `undefined` for anything else
 */
export function repositoryArn([url, search, replacement]: readonly Value[]): Value | undefined {
  const [, start] = REPLACEMENT.exec(textOf(replacement) ?? "") ?? [];
  if (url === undefined || start === undefined || textOf(search) !== ARN_OF_REPOSITORY_URL) return undefined;
  const [first, ...others] = url.kind === "text" ? url.parts.filter((part) => textOf(part) !== "") : [url];
  const isAccount = first?.kind === "reference" && first.type === undefined && first.attribute === "account";
  const rest = textOf(isAccount ? joinText(others) : url);
  const parsed =
    rest === undefined ? undefined : parseEcrRepositoryUrl(`${isAccount ? ANY_ACCOUNT : ""}${untagged(rest)}`);
  if (first === undefined || parsed === undefined) return undefined;
  const { region, account, repository } = parsed;
  return joinText([
    literal(`${start}${region}:`),
    isAccount ? first : literal(account),
    literal(`:repository/${repository}`),
  ]);
}

/** Stands for the number of an account, so that the rest of the URL can be read. */
const ANY_ACCOUNT = "000000000000";

function untagged(url: string): string {
  return url.replace(/[:@].*$/, "");
}
