import { FAILURES } from "../../asks/failures";
import { arnRegion } from "../../aws/arn-region";
import { callsToRegion } from "./calls-to-region";
import type { RequirementRule } from "./requirement-rule";

/** User and password of a private registry are in Secrets Manager. */
export const repositoryCredentials: RequirementRule = {
  id: "repository-credentials",
  source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html",
  *derive({ containers, surroundings }) {
    for (const [name, { image }] of containers) {
      if (image.kind !== "registry" || image.credentialsParameter === undefined) continue;
      const requirement = {
        service: "secretsmanager",
        text: "the registry's user and password are fetched from Secrets Manager",
        failure: FAILURES.secretsManager,
        path: `containers.${name}.image`,
      } as const;
      yield* callsToRegion([requirement], arnRegion(image.credentialsParameter), surroundings, {
        name: `the secret "${image.credentialsParameter}"`,
        fix: `replicate it to ${surroundings.region} and name the replica`,
      });
    }
  },
};
