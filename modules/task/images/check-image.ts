import { type Issue, issue } from "../../issues/issue";
import { type ContainerImage, imageKind } from "./container-image";

/** Everything that is wrong with the image of a container. */
export function* checkImage(image: ContainerImage, path: string): Generator<Issue> {
  const kind = imageKind(image);
  if (kind !== undefined) yield* kind.check(image, path);
  else {
    yield issue("image-kind-unknown", {
      path,
      problem: `${JSON.stringify(image)} is not a container image`,
      fix: "write ContainerImage.ecr(repository, { tag }) or ContainerImage.registry(name)",
    });
  }
}
