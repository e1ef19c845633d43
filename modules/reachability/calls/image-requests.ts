import { arnPartition } from "../../aws/region";
import { type ContainerImage, parseEcrRepositoryUrl } from "../../task/images/container-image";
import type { ApiRequest } from "../model/api-request";
import { type SymbolicText, UNKNOWN_TEXT } from "../model/symbol";
import { ownArn, type Surroundings } from "./surroundings";

/** What is asked of a service to pull an image. */
export function imageRequests(
  image: ContainerImage,
  service: string,
  surroundings: Surroundings,
): readonly ApiRequest[] | undefined {
  const byRole = (action: string, resource: string) => ({ action, resource, principal: "execution-role" }) as const;
  if (image.kind === "registry") {
    if (service !== "secretsmanager" || image.credentialsParameter === undefined) return undefined;
    return [byRole("secretsmanager:GetSecretValue", credentialsArn(image.credentialsParameter, surroundings))];
  }
  if (service === "ecr.api") return [byRole("ecr:GetAuthorizationToken", "*")];
  if (service === "ecr.dkr") {
    const arn = repositoryArn(image.repositoryUrl);
    return [byRole("ecr:BatchGetImage", arn), byRole("ecr:GetDownloadUrlForLayer", arn)];
  }
  if (service !== "s3") return undefined;
  return [{ action: "s3:GetObject", resource: layerArn(surroundings.region), principal: "ecr" }];
}

/**
 * ECS takes the ARN of the secret, or its name; the ARN of a named one ends in characters that Secrets Manager chooses.
 *
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RepositoryCredentials.html
 */
function credentialsArn(secret: SymbolicText, surroundings: Surroundings): SymbolicText {
  if (secret.startsWith("arn:") || secret.startsWith("${")) return secret;
  return ownArn({ service: "secretsmanager", resource: `secret:${secret}-${UNKNOWN_TEXT}` }, surroundings);
}

/** The bucket with the image layers of a Region. Its name outside of the commercial partition is not established. */
function layerArn(region: string | undefined): SymbolicText {
  if (region === undefined || arnPartition(region) !== "aws") return UNKNOWN_TEXT;
  return `arn:aws:s3:::prod-${region}-starport-layer-bucket/\${layer}`;
}

/** The account before the first dot and the name of the repository after the first slash, either of which may have symbols. */
const URL_PARTS = /^(\$\{[^}]*\}|\d{12})(\.[^/$]+\/)(.+)$/;

/** The ARN of a repository. What its URL does not show is not known. */
function repositoryArn(url: SymbolicText): SymbolicText {
  const [, account, host = "", name] = URL_PARTS.exec(url) ?? [];
  const region = parseEcrRepositoryUrl(`000000000000${host}any`)?.region;
  if (region === undefined || account === undefined) return UNKNOWN_TEXT;
  return `arn:${arnPartition(region)}:ecr:${region}:${account}:repository/${name}`;
}
