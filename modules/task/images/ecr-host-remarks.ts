import type { AskFinding } from "../../asks/ask";
import type { AskContext } from "../../asks/ask-context";
import { ecrHost, parseEcrRepositoryUrl } from "../../aws/ecr-repository-url";
import { partitionOf } from "../../aws/region";
import { inEachLanguage } from "../../issues/fix";
import { issue } from "../../issues/issue";

/**
 * What is not known of pulls from other hosts of a registry than its usual one. A network with a way out needs no endpoint to
 * answer for them.
 */
export function* ecrHostRemarks(
  repositoryUrl: string,
  path: string,
  { surroundings, platformVersion }: AskContext,
): Generator<AskFinding> {
  const kind = ecrHost(repositoryUrl);
  if (kind === undefined || surroundings.wayOut !== undefined) return;
  const [host = ""] = repositoryUrl.split("/");
  if (kind.isDualStack) {
    const usual = usualUrl(repositoryUrl, kind.isFips);
    yield { remark: dualStackUnverified(host, usual, path), leavesOpen: true };
  }
  // On version 1.3.0 the token does not come through the network of the task.
  if (!kind.isFips || platformVersion === "1.3.0") return;
  const isPresent = surroundings.endpoints?.some(({ service }) => service === "ecr-fips.api") ?? false;
  if (!isPresent) yield { hintAt: "ecr-fips.api", remark: tokenUnverified(host, path), leavesOpen: true };
}

/** The guide of ECR has said both: that PrivateLink is for hosts of IPv4 only, and that its endpoints are dual-stack. */
function dualStackUnverified(host: string, usual: string, path: string) {
  return issue("ecr-host-unverified", {
    path,
    problem: `whether an endpoint answers for "${host}" is not known`,
    fix: `pull from the registry's usual host: "${usual}"`,
  });
}

/** The repository at the host for IPv4. */
function usualUrl(repositoryUrl: string, isFips: boolean): string {
  const { account, region, repository } = parseEcrRepositoryUrl(repositoryUrl) ?? PLACEHOLDERS;
  const domain = partitionOf(region)?.dnsSuffix ?? "amazonaws.com";
  return `${account}.dkr.${isFips ? "ecr-fips" : "ecr"}.${region}.${domain}/${repository}`;
}

const PLACEHOLDERS = { account: "<account>", region: "<region>", repository: "<repository>" };

function tokenUnverified(host: string, path: string) {
  return issue("ecr-host-unverified", {
    path,
    problem: `whether the token for "${host}" is fetched from "ecr.api" or from "ecr-fips.api" is not known`,
    why: "the image names its own host, and no page of AWS's says at which one Fargate logs in for it outside of FIPS mode",
    fix: inEachLanguage(
      ({ uses, fips }) =>
        `have both endpoints, the second by ${uses("ecr-fips.api")}; or say ${fips} where the account is in FIPS mode`,
    ),
  });
}
