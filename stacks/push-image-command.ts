/** The commands that copy a public image into an ECR repository, ready to paste into a shell with Docker and the AWS CLI. */
export function pushImageCommand(options: {
  readonly region: string;
  readonly repositoryUrl: string;
  /** Image to copy, for example `"public.ecr.aws/docker/library/alpine:latest"`. */
  readonly from: string;
  /** @default "latest" */
  readonly tag?: string;
}): string {
  const { region, repositoryUrl, from } = options;
  const image = `${repositoryUrl}:${options.tag ?? "latest"}`;
  return [
    `aws ecr get-login-password --region ${region} | docker login --username AWS --password-stdin ${repositoryUrl}`,
    `docker pull --platform linux/amd64 ${from}`,
    `docker tag ${from} ${image}`,
    `docker push ${image}`,
  ].join(" && ");
}
