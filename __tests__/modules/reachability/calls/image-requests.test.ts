import { describe, expect, it } from "vitest";
import { imageRequests } from "../../../../modules/reachability/calls/image-requests";

const SURROUNDINGS = { region: "eu-west-1", account: "${provider.aws.account}" };
const resources = (image: Parameters<typeof imageRequests>[0], service: string, surroundings = SURROUNDINGS) =>
  imageRequests(image, service, surroundings)?.map(({ resource }) => resource);

describe("what a pull asks of ECR", () => {
  it.each([
    [
      "123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/orders",
      "arn:aws:ecr:eu-west-1:123456789012:repository/team/orders",
    ],
    [
      "123456789012.dkr.ecr.us-iso-east-1.c2s.ic.gov/orders",
      "arn:aws-iso:ecr:us-iso-east-1:123456789012:repository/orders",
    ],
    [
      "123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/orders",
      "arn:aws-cn:ecr:cn-north-1:123456789012:repository/orders",
    ],
    [
      "123456789012.dkr.ecr-fips.us-east-1.amazonaws.com/orders",
      "arn:aws:ecr:us-east-1:123456789012:repository/orders",
    ],
    [
      "${var.account}.dkr.ecr.eu-west-1.amazonaws.com/${var.name}",
      "arn:aws:ecr:eu-west-1:${var.account}:repository/${var.name}",
    ],
    ["123456789012.dkr.ecr.${var.region}.amazonaws.com/orders", "${?}"],
    ["${aws_ecr_repository.orders.repository_url}", "${?}"],
  ])("is about the repository of %s", (repositoryUrl, arn) => {
    expect(resources({ kind: "ecr", repositoryUrl }, "ecr.dkr")).toEqual([arn, arn]);
  });
});

describe("what a pull from another registry asks", () => {
  const secret = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:registry-AbCdEf";

  it.each([
    [secret, secret],
    ["${aws_secretsmanager_secret.registry.arn}", "${aws_secretsmanager_secret.registry.arn}"],
    ["registry", "arn:aws:secretsmanager:eu-west-1:${provider.aws.account}:secret:registry-${?}"],
  ])("is the secret %s", (credentialsParameter, resource) => {
    expect(
      imageRequests({ kind: "registry", name: "x/y", credentialsParameter }, "secretsmanager", SURROUNDINGS),
    ).toEqual([{ action: "secretsmanager:GetSecretValue", resource, principal: "execution-role" }]);
  });

  it("is nothing that it shows without credentials, or of another service", () => {
    expect(resources({ kind: "registry", name: "x/y" }, "secretsmanager")).toBeUndefined();
    expect(resources({ kind: "registry", name: "x/y", credentialsParameter: secret }, "s3")).toBeUndefined();
  });
});
