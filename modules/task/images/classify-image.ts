import { ecrHost } from "../../aws/ecr-repository-url";
import { hasExpression, maskExpressions, referredType } from "../json/terraform-expressions";
import type { ContainerImage } from "./container-image";
import { readEcrImage } from "./ecr-image";
import { registryImage } from "./registry-image";

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
  if (ecrHost(host) !== undefined || ECR_TYPES.has(referredType(name))) return readEcrImage(name);
  if (hasExpression(host)) return undefined;
  return registryImage(name, credentialsParameter === undefined ? {} : { credentialsParameter });
}

/** What in Terraform has an attribute with the name of an image in ECR, or of its repository. */
const ECR_TYPES: ReadonlySet<string | undefined> = new Set(["aws_ecr_repository", "aws_ecr_image"]);

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
