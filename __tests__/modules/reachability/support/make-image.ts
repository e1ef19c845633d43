import { type Container, ContainerImage } from "../../../../modules";
import type { ContainerWish } from "./arbitrary-workload";
import { secretArn, secretAsks } from "./make-secret";
import type { Need } from "./scenario-needs";
import { ACCOUNT, type ContainerPlace, OTHER_ACCOUNT, type Part, VPC_DOMAIN } from "./scenario-part";

/** What ECR and its bucket of layers are asked for. */
export function pullNeeds({ region, partition, fetchesToken }: ContainerPlace, repositoryArn: string): Need[] {
  const layers = partition === "aws" ? `arn:aws:s3:::prod-${region}-starport-layer-bucket/*` : "*";
  const token: Need = { service: "ecr.api", asks: [{ actions: ["ecr:GetAuthorizationToken"], resources: ["*"] }] };
  return [
    { service: "s3", asks: [{ actions: ["s3:GetObject"], resources: [layers] }] },
    {
      service: "ecr.dkr",
      asks: [
        {
          actions: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:BatchCheckLayerAvailability"],
          resources: [repositoryArn],
        },
      ],
    },
    ...(fetchesToken ? [token] : []),
  ];
}

/** The image of a container. */
export function makeImage({ image: kind, collector }: ContainerWish, place: ContainerPlace): Part<Container["image"]> {
  const name = collector === "xray-daemon" ? "aws-xray-daemon" : "orders";
  const url = (account: string) => `${account}.dkr.ecr.${place.region}.${place.dnsSuffix}/${name}`;
  const arn = (account: string) => `arn:${place.partition}:ecr:${place.region}:${account}:repository/${name}`;
  const fromEcr = (value: Container["image"], label: string, repositoryArn = arn(ACCOUNT)) => ({
    value,
    needs: pullNeeds(place, repositoryArn),
    labels: [`image: ${label}`],
  });
  const elsewhere = (host: string, needs: readonly Need[] = []): Part<Container["image"]> => ({
    value: ContainerImage.registry(
      `${host}${name}:1`,
      needs.length === 0 ? {} : { credentialsParameter: secretArn(place, "registry") },
    ),
    needs,
    labels: [`image: ${kind}`],
  });
  // Only a name that is written down tells that an image is a collector.
  switch (kind === "ecr-created" && collector === "xray-daemon" ? "ecr" : kind) {
    case "ecr-digest":
      return fromEcr(ContainerImage.ecr(url(ACCOUNT), { digest: `sha256:${"0".repeat(64)}` }), kind);
    case "ecr-other-account":
      return fromEcr(ContainerImage.ecr(url(OTHER_ACCOUNT), { tag: "1" }), kind, arn(OTHER_ACCOUNT));
    case "ecr-created":
      return fromEcr(ContainerImage.ecr(place.created.repository, { tag: "1" }), kind, place.created.repository.arn);
    case "ecr-pull-through":
      return fromEcr(ContainerImage.ecr(url(ACCOUNT), { tag: "1", pullThroughCache: true }), kind);
    case "registry-in-vpc":
      return elsewhere(`registry.${VPC_DOMAIN}/`);
    case "registry-with-credentials":
      return elsewhere(`registry.${VPC_DOMAIN}/`, [
        { service: "secretsmanager", asks: secretAsks(secretArn(place, "registry")) },
      ]);
    case "docker-hub":
      if (place.outside) return elsewhere("docker.io/library/");
      return fromEcr(ContainerImage.ecr(url(ACCOUNT), { tag: "1" }), "ecr");
    default:
      return fromEcr(ContainerImage.ecr(url(ACCOUNT), { tag: "1" }), "ecr");
  }
}
