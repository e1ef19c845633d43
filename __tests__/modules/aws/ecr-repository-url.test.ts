import { describe, expect, it } from "vitest";
import { ecrHost, parseEcrRepositoryUrl } from "../../../modules/aws/ecr-repository-url";
import { REPOSITORY_URL } from "../../support/orders";

describe("parseEcrRepositoryUrl", () => {
  it.each([
    [REPOSITORY_URL, "eu-west-1", "amazonaws.com", "orders"],
    ["123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/team/orders", "cn-north-1", "amazonaws.com.cn", "team/orders"],
    ["123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com/a_b.c-d", "us-gov-west-1", "amazonaws.com", "a_b.c-d"],
    ["123456789012.dkr-ecr.eu-west-1.on.aws/orders", "eu-west-1", "on.aws", "orders"],
    ["123456789012.dkr-ecr-fips.us-east-1.on.aws/orders", "us-east-1", "on.aws", "orders"],
    ["123456789012.dkr.ecr.us-iso-east-1.c2s.ic.gov/orders", "us-iso-east-1", "c2s.ic.gov", "orders"],
  ])("takes %s apart", (url, region, dnsSuffix, repository) => {
    expect(parseEcrRepositoryUrl(url)).toEqual({ account: "123456789012", region, dnsSuffix, repository });
  });

  it.each([
    "",
    "orders",
    "public.ecr.aws/nginx/nginx",
    "12345.dkr.ecr.eu-west-1.amazonaws.com/orders",
    "123456789012.dkr.ecr.eu-west-1.amazonaws.com/",
    "123456789012.dkr.ecr.eu-west-1.amazonaws.com/Orders",
    `https://${REPOSITORY_URL}`,
    `${REPOSITORY_URL}:latest`,
    `${REPOSITORY_URL}@sha256:abc`,
  ])('does not take "%s" for the URL of an ECR repository', (url) => {
    expect(parseEcrRepositoryUrl(url)).toBeUndefined();
  });
});

describe("ecrHost", () => {
  it.each([
    [REPOSITORY_URL, false, false],
    ["123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com/orders", true, false],
    ["123456789012.dkr-ecr.cn-north-1.on.amazonwebservices.com.cn/orders", false, true],
    ["123456789012.dkr-ecr-fips.us-east-1.on.aws/orders", true, true],
    ["${var.account}.dkr-ecr.${var.region}.on.aws/orders", false, true],
  ])("tells of %s whether it is for FIPS (%s) and dual-stack (%s)", (url, isFips, isDualStack) => {
    expect(ecrHost(url)).toEqual({ isFips, isDualStack });
  });

  it.each([
    "nginx",
    "public.ecr.aws/nginx",
    "dkr-ecr.example.com/a",
    "ecr.example.com/1.dkr.ecr.eu-west-1.amazonaws.com",
  ])("takes %s for no private registry", (url) => {
    expect(ecrHost(url)).toBeUndefined();
  });
});
