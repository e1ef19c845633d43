import { hasExpression, maskExpressions, referredType } from "../definition/terraform-expressions";
import { ContainerImage, type EcrImage } from "./container-image";

/**
 * The image that a container definition names, by the host of its registry.
 *
 * Host names of private ECR repositories: https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html
 *
 * @returns `undefined` where Terraform fills the host in, or where no fact tells what the host is
 */
export function classifyImage(name: string, credentialsParameter?: string): ContainerImage | undefined {
  const masked = maskExpressions(name);
  const host = registryHost(masked);
  const isEcr = /\.dkr\.ecr(?:-fips)?\./.test(host) || referredType(name) === "aws_ecr_repository";
  if (isEcr) return ecrImage(name);
  if (hasExpression(host) || /\.dkr-ecr\.[a-z0-9-]+\.on\./.test(host)) return undefined;
  return ContainerImage.registry(name, credentialsParameter === undefined ? {} : { credentialsParameter });
}

/**
 * The host of the registry, by Docker's rule: what stands before the first slash is one if it has a dot or a colon or is
 * `localhost`. Any other name is one of Docker Hub's. Source: https://pkg.go.dev/github.com/distribution/reference
 */
function registryHost(masked: string): string {
  const [first = "", ...rest] = masked.split("/");
  // Without a slash there is no host; before the tag Terraform may still fill one in.
  if (rest.length === 0) return hasExpression(first.split(":")[0] ?? "") ? first : "docker.io";
  return /[.:]/.test(first) || first === "localhost" || hasExpression(first) ? first : "docker.io";
}

/** The parts of an image's name, as one of ECR. */
export function ecrImage(name: string): EcrImage {
  const masked = maskExpressions(name);
  const at = masked.indexOf("@");
  const nameEnd = at < 0 ? masked.length : at;
  const colon = masked.lastIndexOf(":", nameEnd - 1);
  const hasTag = colon > masked.lastIndexOf("/", nameEnd - 1);
  return ContainerImage.ecr(name.slice(0, hasTag ? colon : nameEnd), {
    ...(hasTag ? { tag: name.slice(colon + 1, nameEnd) } : {}),
    ...(at < 0 ? {} : { digest: name.slice(at + 1) }),
  });
}
