import { type Issue, issue } from "../../issues/issue";
import { isUnresolved } from "../../values/unresolved";
import { type ContainerImage, parseEcrRepositoryUrl } from "./container-image";

/** Everything that is wrong with the image of a container. */
export function* checkImage(image: ContainerImage, path: string): Generator<Issue> {
  if (image.kind === "registry") yield* checkRegistryImage(image.name, path);
  else if (image.kind === "ecr") yield* checkRepositoryUrl(image.repositoryUrl, path);
  else {
    yield issue("image-kind-unknown", {
      path,
      problem: `${JSON.stringify(image)} is not a container image`,
      fix: "write ContainerImage.ecr(repository, { tag }) or ContainerImage.registry(name)",
    });
  }
}

function* checkRegistryImage(name: string, path: string): Generator<Issue> {
  if (name === "") {
    yield issue("image-empty", {
      path,
      problem: "the image has no name",
      fix: "push the image to ECR and write ContainerImage.ecr(repository)",
    });
  } else if (/^\d{12}\.dkr\.ecr(?:-fips)?\./.test(name)) {
    yield issue("image-in-ecr", {
      path,
      problem: `the image "${name}" is in a private ECR repository`,
      fix: "write ContainerImage.ecr(repositoryUrl, { tag })",
    });
  }
}

function* checkRepositoryUrl(repositoryUrl: string, path: string): Generator<Issue> {
  if (isUnresolved(repositoryUrl) || parseEcrRepositoryUrl(repositoryUrl) !== undefined) return;
  yield issue("image-repository-malformed", {
    path,
    problem: `"${repositoryUrl}" is not the URL of an ECR repository`,
    fix: 'write it as "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders" and the tag as { tag: "1.4.2" }, or use ContainerImage.registry(name)',
  });
}
