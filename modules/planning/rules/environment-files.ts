import { FAILURES } from "../../asks/failures";
import { environmentFile } from "../../task/environment-file";
import { callsToRegion } from "./calls-to-region";
import type { RequirementRule } from "./requirement-rule";

/** Environment files are downloaded from S3 when the task starts. */
export const environmentFiles: RequirementRule = {
  id: "environment-files",
  source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html",
  *derive({ containers, surroundings }) {
    for (const [name, { environmentFiles: files }] of containers) {
      for (const [index, file] of (files ?? []).entries()) {
        const { arn, region } = environmentFile(file);
        const requirement = {
          service: "s3",
          text: "the environment file is downloaded from S3",
          failure: FAILURES.environmentFile,
          path: `containers.${name}.environmentFiles[${index}]`,
        } as const;
        yield* callsToRegion([requirement], region, surroundings, {
          name: `the bucket of "${arn}"`,
          fix: `copy the file into a bucket in ${surroundings.region}`,
        });
      }
    }
  },
};
