import { flag, type MembersOf, object, required, text, variants } from "../../shapes/shape";
import type { EcrImage } from "./ecr-image";
import type { RegistryImage } from "./registry-image";

const ECR = object({
  kind: required(text("ecr")),
  repositoryUrl: required(text("123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders")),
  repositoryArn: text("arn:aws:ecr:eu-west-1:123456789012:repository/orders"),
  tag: text("1.4.2"),
  digest: text("sha256:…"),
  pullThroughCache: flag,
} satisfies MembersOf<EcrImage>);

const REGISTRY = object({
  kind: required(text("registry")),
  name: required(text("registry.example.com/orders:1.4.2")),
  credentialsParameter: text("registry-login"),
  credentialsKmsKey: text("alias/secrets"),
} satisfies MembersOf<RegistryImage>);

/** The shape of a `ContainerImage`. */
export const CONTAINER_IMAGE = variants("kind", { ecr: ECR, registry: REGISTRY }, "ContainerImage.ecr(repository)");
