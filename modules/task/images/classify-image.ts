import { ecrHost } from "../../aws/ecr-repository-url";
import { isMasked, maskPending } from "../../values/pending-parts";
import { isCapitalWord } from "../../values/placeholder";
import { referredType } from "../json/referred-type";
import type { ContainerImage } from "./container-image";
import { readEcrImage } from "./ecr-image";
import { withoutScheme } from "./image-name";
import { registryImage } from "./registry-image";

/**
 * The image that a container definition names, by the host of its registry.
 *
 * Host names of private ECR repositories: https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html
 *
 * @returns `undefined` where the host is written later, or where no fact tells what the host is
 */
export function classifyImage(name: string, credentialsParameter?: string): ContainerImage | undefined {
  const host = registryHost(maskPending(withoutScheme(name)));
  if (ecrHost(host) !== undefined || ECR_TYPES.has(referredType(name)) || PUBLISHED_IN_ECR.test(name)) {
    return readEcrImage(name);
  }
  if (isMasked(host) || isCapitalWord(host)) return undefined;
  return registryImage(name, credentialsParameter === undefined ? {} : { credentialsParameter });
}

/** What in Terraform has an attribute with the name of an image in ECR, or of its repository. */
const ECR_TYPES: ReadonlySet<string | undefined> = new Set(["aws_ecr_repository", "aws_ecr_image"]);

/**
 * A public parameter of AWS's that holds the URI of an image in ECR of each Region, as a template of CloudFormation refers to it.
 *
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-using-fluentbit.html
 */
const PUBLISHED_IN_ECR = /^\{\{resolve:ssm:\/aws\/service\/aws-for-fluent-bit\/[^{}]*\}\}$/;

/**
 * The host of the registry, by Docker's rule: what stands before the first slash is one if it has a dot or a colon or is
 * `localhost`. Any other name is one of Docker Hub's. Source: https://pkg.go.dev/github.com/distribution/reference
 *
 * A start that is written later, or in capitals, as no repository is, may be a host.
 */
function registryHost(masked: string): string {
  const [first = "", ...rest] = masked.split("/");
  // Without a slash there is no host; before the tag one may still be written.
  const start = rest.length === 0 ? (first.split(":")[0] ?? "") : first;
  if (isMasked(start) || isCapitalWord(start)) return start;
  return rest.length > 0 && (/[.:]/.test(start) || start === "localhost") ? start : "docker.io";
}
