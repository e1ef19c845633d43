import type { IssueTable } from "./issue-row";

/** Images, and whether they can be pulled. */
export const IMAGE_ISSUES = {
  "image-empty": {
    what: "The image of a container has no name.",
    why: "A container is started from an image.",
    fix: "Push the image to ECR and write `ContainerImage.ecr(repository)`.",
  },
  "image-kind-unknown": {
    what: "The image of a container is not a `ContainerImage`.",
    why: "The kind of registry decides how the image is reached, so it is declared and not read from the name.",
    fix: "Write `ContainerImage.ecr(repository, { tag })` or `ContainerImage.registry(name)`.",
  },
  "image-in-ecr": {
    what: "An image of a private ECR repository is given as one of another registry.",
    why: "It would get neither the endpoints for ECR nor the right to be pulled.",
    fix: "Write `ContainerImage.ecr(repositoryUrl, { tag })`.",
  },
  "image-repository-malformed": {
    what: "A text is not the URL of an ECR repository.",
    why: "The URL is the account, `dkr.ecr`, the Region, the domain and the name of the repository, without a tag.",
    fix: 'Write it as `"123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders"`, and the tag as `{ tag: "1.4.2" }`. For another registry write `ContainerImage.registry(name)`.',
  },
  "image-registry-unknown": {
    severities: ["note"],
    what: "Terraform fills in the image of a container, so that it is unknown which registry it comes from.",
    why: "An image of a private ECR repository needs `ecr.dkr`, `s3` and, from platform version 1.4.0, `ecr.api`. No other registry can be reached through an endpoint.",
    fix: "Check that the image is in a private ECR repository, and add the three endpoints.",
  },
  "registry-unreachable": {
    severities: ["error", "note"],
    what: "An image is in a registry to which no VPC endpoint leads. It is a note where the network has a way out.",
    why: "There are endpoints for private ECR repositories only. Without an internet route every other registry, ECR Public included, times out.",
    fix: "Copy the image into an ECR repository and write `ContainerImage.ecr(repository, { tag })`. If the task reaches the registry through its VPC, name its host: `reachableHosts: [host]`.",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
  },
  "registry-unknown": {
    severities: ["note"],
    what: "The host of a registry is known only when Terraform runs.",
    why: "Whether it is one of `reachableHosts` cannot be told before.",
    fix: "See to it that it is one of them. Otherwise the pull times out.",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
  },
  "pull-through-cache-first-pull": {
    severities: ["warning"],
    what: "An image comes from a repository that a pull-through cache rule fills.",
    why: "With ECR behind an interface endpoint the first pull of such an image needs a way to the internet, for which AWS asks for a NAT gateway. Later pulls need none.",
    fix: "Pull the image once from a place with internet access before the task starts, or copy it into a repository of your own.",
    source: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html",
  },
  "windows-foreign-layers": {
    severities: ["warning"],
    what: "A Windows image may have layers that are not in ECR.",
    why: "Docker leaves the base layers of Windows out of a push, and the task then fetches them from hosts of Microsoft on the internet.",
    fix: "Push the image with `--allow-nondistributable-artifacts`.",
    source: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html",
  },
} satisfies IssueTable;
