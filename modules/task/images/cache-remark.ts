import type { AskFinding } from "../../asks/ask";
import type { AskContext } from "../../asks/ask-context";
import { ecrHost } from "../../aws/ecr-repository-url";
import { issue } from "../../issues/issue";
import { maskPending } from "../../values/pending-parts";

/**
 * The prefixes that the console of ECR proposes for pull-through cache rules. A repository may have such a name for another reason.
 *
 * Source: https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache-working-pulling.html
 */
const PROPOSED = /^(?:ecr-public|kubernetes|quay|docker-hub|github|azure|gitlab|chainguard)(?=\/)/;

/** Says that a repository may be filled by a pull-through cache, where nobody has said whether it is. */
export function* cacheRemark(
  { repositoryUrl, pullThroughCache }: { readonly repositoryUrl: string; readonly pullThroughCache?: boolean },
  path: string,
  { surroundings }: AskContext,
): Generator<AskFinding> {
  if (pullThroughCache !== undefined || surroundings.wayOut !== undefined) return;
  const masked = maskPending(`${repositoryUrl}`);
  if (ecrHost(masked) === undefined) return;
  const [prefix] = PROPOSED.exec(masked.slice(masked.indexOf("/") + 1)) ?? [];
  if (prefix === undefined) return;
  const once = "pull the image once from a place with internet access before the task starts";
  const remark = issue("pull-through-cache-first-pull", {
    severity: "note",
    path,
    problem: `a pull-through cache rule may fill "${repositoryUrl}": the console of ECR proposes the prefix "${prefix}" for one`,
    why: "with ECR behind an interface endpoint AWS asks for a NAT route for the first pull of an image by such a rule; later pulls need none",
    fix: {
      library: `write pullThroughCache: true in ContainerImage.ecr(…) if one does, and ${once}`,
      ecs: `if one does, ${once}`,
    },
  });
  yield { remark };
}
