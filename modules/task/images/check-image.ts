import { type Issue, issue } from "../../issues/issue";
import { isUnresolved } from "../../values/unresolved";
import { type ContainerImage, parseEcrRepositoryUrl } from "./container-image";

/** Everything that is wrong with the image of a container. */
export function checkImage(image: ContainerImage, path: string, report: (issue: Issue) => void): void {
  if (image.kind === "registry") checkRegistryImage(image.name, path, report);
  else if (image.kind === "ecr") checkRepositoryUrl(image.repositoryUrl, path, report);
  else {
    report(
      issue("image-kind-unknown", {
        path,
        problem: `${JSON.stringify(image)} is not a container image`,
        fix: "write ContainerImage.ecr(repository, { tag }) or ContainerImage.registry(name)",
      }),
    );
  }
}

type Report = (issue: Issue) => void;

function checkRegistryImage(name: string, path: string, report: Report): void {
  if (name === "") {
    report(
      issue("image-empty", {
        path,
        problem: "the image has no name",
        fix: "push the image to ECR and write ContainerImage.ecr(repository)",
      }),
    );
  } else if (/^\d{12}\.dkr\.ecr(?:-fips)?\./.test(name)) {
    report(
      issue("image-in-ecr", {
        path,
        problem: `the image "${name}" is in a private ECR repository`,
        fix: "write ContainerImage.ecr(repositoryUrl, { tag })",
      }),
    );
  }
}

function checkRepositoryUrl(repositoryUrl: string, path: string, report: Report): void {
  if (isUnresolved(repositoryUrl) || parseEcrRepositoryUrl(repositoryUrl) !== undefined) return;
  report(
    issue("image-repository-malformed", {
      path,
      problem: `"${repositoryUrl}" is not the URL of an ECR repository`,
      fix: 'write it as "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders" and the tag as { tag: "1.4.2" }, or use ContainerImage.registry(name)',
    }),
  );
}
