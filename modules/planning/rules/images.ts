import { imageKind } from "../../task/images/container-image";
import type { AskRule } from "./ask-rule";

/** What pulling the images asks; each kind of image says it. */
export const images: AskRule = {
  source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
  *asks({ containers, context }) {
    for (const [name, { image }] of containers) {
      yield* imageKind(image)?.asks(image, `containers.${name}.image`, context) ?? [];
    }
  },
};
