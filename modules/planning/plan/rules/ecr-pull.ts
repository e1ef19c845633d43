import type { RequirementRule } from "../requirement-rule";

/** Pulling an image from ECR takes three services; which of them through the task's own interface, depends on the version. */
export const ecrPull: RequirementRule = {
  id: "ecr-pull",
  source: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html",
  *derive({ containers, platformVersion }) {
    for (const [name, { image }] of containers) {
      if (image.kind !== "ecr") continue;
      const path = `containers.${name}.image`;
      yield {
        service: "s3",
        type: "Gateway",
        text: "ECR keeps image layers in S3",
        failure: 'the task stops with "CannotPullContainerError: ref pull has been retried …"',
        path,
      };
      yield {
        service: "ecr.dkr",
        type: "Interface",
        text: "the image is pulled from ECR",
        failure: 'the task stops with "CannotPullContainerError: pull image manifest has been retried …"',
        path,
      };
      if (platformVersion === "1.3.0") continue;
      yield {
        service: "ecr.api",
        type: "Interface",
        text: "the task fetches its own ECR token (1.4.0 and up)",
        failure: 'the task stops with "ResourceInitializationError: unable to pull secrets or registry auth …"',
        path,
      };
    }
  },
};
