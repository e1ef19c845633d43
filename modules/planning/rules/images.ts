import { imageKind } from "../../task/images/container-image";
import { credentialsParameterOf, repositoryCredentialsAsks } from "../../task/images/repository-credentials";
import type { AskRule } from "./ask-rule";

/** What pulling the images asks; each kind of image says it. */
export const images: AskRule = {
  source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
  *asks({ containers, context }) {
    for (const [name, { image, additionalFields }] of containers) {
      yield* imageKind(image)?.asks(image, `containers.${name}.image`, context) ?? [];
      // An image that is written later has no room for them.
      const secret = credentialsParameterOf(additionalFields);
      const path = `containers.${name}.additionalFields.repositoryCredentials`;
      if (secret !== undefined) yield* repositoryCredentialsAsks(secret, path, context);
    }
  },
};
