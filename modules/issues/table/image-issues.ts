import type { IssueTable } from "./issue-row";

/** Images, and whether they can be pulled. */
export const IMAGE_ISSUES = {
  "image-empty": { why: "a container is started from an image" },
  "image-kind-unknown": { why: "the kind of registry decides how the image is reached, so it is declared" },
  "image-in-ecr": { why: "as an image of another registry it would get neither endpoints nor the right to be pulled" },
  "image-repository-malformed": {
    why: "it is the account, dkr.ecr, the Region, the domain and the repository's name, without a tag",
  },
  "image-registry-unknown": {
    severities: ["note"],
    why: "an image of a private ECR repository needs ecr.dkr, s3 and, from platform version 1.4.0, ecr.api; no other registry can be reached through an endpoint",
  },
  "registry-unreachable": {
    severities: ["error", "note"],
    why: "there are endpoints for private ECR repositories only. Without an internet route every other registry, ECR Public included, times out",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
  },
  "registry-unknown": {
    severities: ["note"],
    why: "whether it is one of reachableHosts cannot be told",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
  },
  "ecr-host-unverified": {
    severities: ["note"],
    why: "private DNS of ECR's endpoints is for the usual host names; AWS's pages contradict each other on whether endpoints serve the dual-stack ones",
    source: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-requests.html",
  },
  "pull-through-cache-first-pull": {
    severities: ["warning", "note"],
    why: "a pull-through cache rule fills the repository, and with ECR behind an interface endpoint AWS asks for a NAT route for the first pull; later pulls need none",
    source: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html",
  },
  "windows-foreign-layers": {
    severities: ["warning"],
    why: "Docker leaves the base layers of Windows out of a push, and the task then fetches them from hosts of Microsoft on the internet",
    source: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html",
  },
} as const satisfies IssueTable;
