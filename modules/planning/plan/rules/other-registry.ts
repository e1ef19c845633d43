import type { RequirementRule } from "../requirement-rule";

/** A registry other than ECR is on the internet, where no endpoint leads. */
export const otherRegistry: RequirementRule = {
  id: "other-registry",
  source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
  *derive({ containers }) {
    for (const [name, { image }] of containers) {
      if (image.kind !== "registry") continue;
      yield {
        issue: {
          code: "registry-unreachable",
          path: `containers.${name}.image`,
          problem: `the image "${image.name}" cannot be pulled through a VPC endpoint`,
          why: "there are endpoints for private ECR repositories only; without an internet route every other registry times out",
          fix: "copy the image into an ECR repository and write ContainerImage.ecr(repository, { tag })",
        },
      };
    }
  },
};
