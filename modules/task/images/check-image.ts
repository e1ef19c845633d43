import type { Issue } from "../../issues/issue";
import { isUnresolved } from "../../values/unresolved";
import { type ContainerImage, parseEcrRepositoryUrl } from "./container-image";

/** Everything that is wrong with the image of a container. */
export function checkImage(image: ContainerImage, path: string, report: (issue: Issue) => void): void {
  if (image.kind === "registry") checkRegistryImage(image.name, path, report);
  else if (image.kind === "ecr") checkRepositoryUrl(image.repositoryUrl, path, report);
  else {
    report({
      code: "image-kind-unknown",
      path,
      problem: `${JSON.stringify(image)} is not a container image`,
      why: "the kind of registry decides how the image is reached, so it is declared",
      fix: "write ContainerImage.ecr(repository, { tag }) or ContainerImage.registry(name)",
    });
  }
}

type Report = (issue: Issue) => void;

function checkRegistryImage(name: string, path: string, report: Report): void {
  if (name === "") {
    report({
      code: "image-empty",
      path,
      problem: "the image has no name",
      why: "a container is started from an image",
      fix: "push the image to ECR and write ContainerImage.ecr(repository)",
    });
  } else if (/^\d{12}\.dkr\.ecr(?:-fips)?\./.test(name)) {
    report({
      code: "image-in-ecr",
      path,
      problem: `the image "${name}" is in a private ECR repository`,
      why: "as an image of another registry it would get neither endpoints nor the right to be pulled",
      fix: "write ContainerImage.ecr(repositoryUrl, { tag })",
    });
  }
}

function checkRepositoryUrl(repositoryUrl: string, path: string, report: Report): void {
  if (isUnresolved(repositoryUrl) || parseEcrRepositoryUrl(repositoryUrl) !== undefined) return;
  report({
    code: "image-repository-malformed",
    path,
    problem: `"${repositoryUrl}" is not the URL of an ECR repository`,
    why: "it is the account, dkr.ecr, the Region, the domain and the repository's name, without a tag",
    fix: 'write it as "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders" and the tag as { tag: "1.4.2" }, or use ContainerImage.registry(name)',
  });
}
