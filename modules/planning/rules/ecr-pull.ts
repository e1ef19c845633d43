import { FAILURES } from "../../asks/failures";
import { isWindows } from "../../aws/operating-system";
import { issue } from "../../issues/issue";
import { parseEcrRepositoryUrl } from "../../task/images/container-image";
import { callsToRegion } from "./calls-to-region";
import type { Requirement, RequirementRule } from "./requirement-rule";

/** Pulling an image from ECR takes three services; which of them through the task's own interface, depends on the version. */
export const ecrPull: RequirementRule = {
  id: "ecr-pull",
  source: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html",
  *derive({ task, containers, platformVersion, surroundings }) {
    for (const [name, { image }] of containers) {
      if (image.kind !== "ecr") continue;
      const path = `containers.${name}.image`;
      const region = parseEcrRepositoryUrl(image.repositoryUrl)?.region;
      const thing = {
        name: `the repository "${image.repositoryUrl}"`,
        fix: `replicate it to a repository in ${surroundings.region} and pull from there`,
      };
      const calls: [Requirement, ...Requirement[]] = [
        { service: "s3", text: "ECR keeps image layers in S3", failure: FAILURES.imageLayers, path },
        { service: "ecr.dkr", text: "the image is pulled from ECR", failure: FAILURES.imageManifest, path },
      ];
      // On 1.3.0 the token is fetched through an interface of Fargate's own.
      if (platformVersion !== "1.3.0") {
        const text = "the task fetches its own ECR token (1.4.0 and up)";
        calls.push({ service: "ecr.api", text, failure: FAILURES.registryAuth, path });
      }
      yield* callsToRegion(calls, region, surroundings, thing);
      if (image.pullThroughCache === true) yield { unreachable: pullThroughCacheIssue(image.repositoryUrl, path) };
      if (isWindows(task.operatingSystemFamily)) yield { remark: windowsLayersWarning(image.repositoryUrl, path) };
    }
  },
};

/** A warning, not an error: once the image is in the cache, the task starts. */
function pullThroughCacheIssue(repositoryUrl: string, path: string) {
  return issue("pull-through-cache-first-pull", {
    path,
    problem: `the first pull of an image from "${repositoryUrl}" needs a way to the internet`,
    fix: "pull the image once from a place with internet access before the task starts, or copy it into a repository of your own",
  });
}

function windowsLayersWarning(repositoryUrl: string, path: string) {
  return issue("windows-foreign-layers", {
    path,
    problem: `the Windows image from "${repositoryUrl}" may have layers that are not in ECR`,
    fix: 'push the image with "--allow-nondistributable-artifacts"',
  });
}
