import { IMAGE_ISSUES } from "../../../modules/issues/table/image-issues";
import { issueTopic } from "./issue-topic";

export const IMAGE_TOPIC = issueTopic(IMAGE_ISSUES, {
  title: "Images",
  about: "What is pulled, and from where.",
  entries: {
    "image-empty": {
      what: "The image of a container has no name.",
      fix: "Push the image to ECR and write `ContainerImage.ecr(repository)`.",
    },
    "image-kind-unknown": {
      what: "The image of a container is not a `ContainerImage`.",
      fix: "Write `ContainerImage.ecr(repository, { tag })` or `ContainerImage.registry(name)`.",
    },
    "image-in-ecr": {
      what: "An image of a private ECR repository is given as one of another registry.",
      fix: "Write `ContainerImage.ecr(repositoryUrl, { tag })`.",
    },
    "image-repository-malformed": {
      what: "A text is not the URL of an ECR repository.",
      fix: 'Write it as `"123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders"`, and the tag as `{ tag: "1.4.2" }`. For another registry write `ContainerImage.registry(name)`.',
    },
    "image-registry-unknown": {
      what: "Terraform or a pipeline fills in the image of a container, so that it is unknown which registry it comes from.",
      fix: "Check that the image is in a private ECR repository, and add the three endpoints.",
    },
    "registry-unreachable": {
      what: "An image is in a registry to which no VPC endpoint leads. It is a note where the network has a way out.",
      fix: "Copy the image into an ECR repository and write `ContainerImage.ecr(repository, { tag })`. If the task reaches the registry through its VPC, name its host: `reachableHosts: [host]`.",
    },
    "registry-unknown": {
      what: "The host of a registry is known only when Terraform runs, or has a name that only the VPC can have, such as `registry.internal`.",
      fix: "See to it that it is one of them. Otherwise the pull times out.",
    },
    "ecr-host-unverified": {
      what: "An image is pulled from a dual-stack host or a FIPS host of its registry, of which it is not known whether the endpoints answer.",
      fix: "Pull from the usual host, `<account>.dkr.ecr.<region>.amazonaws.com`. With a FIPS host have the endpoint `ecr-fips.api` beside `ecr.api`.",
    },
    "pull-through-cache-first-pull": {
      what: "An image comes from a repository that a pull-through cache rule fills. It is a note where only the repository's name says so: the console of ECR proposes prefixes such as `docker-hub` and `ecr-public`.",
      fix: "Pull the image once from a place with internet access before the task starts, or copy it into a repository of your own.",
    },
    "windows-foreign-layers": {
      what: "A Windows image may have layers that are not in ECR.",
      fix: "Push the image with `--allow-nondistributable-artifacts`.",
    },
  },
});
