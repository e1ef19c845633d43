import { describe, expect, it } from "vitest";
import { classifyImage } from "../../../../modules/task/images/classify-image";
import { imageName } from "../../../../modules/task/images/container-image";

const digest = `sha256:${"0".repeat(64)}`;

describe("classifyImage", () => {
  it.each([
    ["123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1.4.2", { tag: "1.4.2" }],
    ["123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/orders", {}],
    [`123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders@${digest}`, { digest }],
    [`123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1@${digest}`, { tag: "1", digest }],
    ["123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com/orders:1", { tag: "1" }],
    ["123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/orders:1", { tag: "1" }],
    ["123456789012.dkr.ecr.eusc-de-east-1.amazonaws.eu/orders:1", { tag: "1" }],
    ["123456789012.dkr.ecr.us-iso-east-1.c2s.ic.gov/orders:1", { tag: "1" }],
    ["123456789012.dkr-ecr.eu-west-1.on.aws/orders:1", { tag: "1" }],
    ["123456789012.dkr-ecr.cn-north-1.on.amazonwebservices.com.cn/orders", {}],
    [`123456789012.dkr-ecr-fips.us-east-1.on.aws/orders@${digest}`, { digest }],
    ["${var.account}.dkr-ecr.${var.region}.on.aws/orders:1", { tag: "1" }],
    ["${var.account}.dkr.ecr.${var.region}.amazonaws.com/orders:${var.tag}", { tag: "${var.tag}" }],
    ["${aws_ecr_repository.orders.repository_url}:1.4.2", { tag: "1.4.2" }],
    ["${data.aws_ecr_image.orders.image_uri}", {}],
    ['${data.aws_ecr_image.orders["a"].image_uri}', {}],
    ['${data.aws_ecr_repository.orders["a:b/c@d"].repository_url}', {}],
    ["{{resolve:ssm:/aws/service/aws-for-fluent-bit/stable}}", {}],
    ["{{resolve:ssm:/aws/service/aws-for-fluent-bit/windowsservercore:stable}}", {}],
    ["{{resolve:ssm:/aws/service/aws-for-fluent-bit/2.32.0:1}}", {}],
  ])("takes %s for one of ECR", (name, version) => {
    const image = classifyImage(name);
    expect(image).toMatchObject({ kind: "ecr", ...version });
    expect(image && imageName(image)).toBe(name);
    expect(image && Object.keys(image).sort()).toEqual(["kind", "repositoryUrl", ...Object.keys(version)].sort());
  });

  it.each([
    "nginx",
    "nginx:1.29",
    "nginx:${var.tag}",
    "bitnami/nginx:1.29",
    "docker.io/library/nginx:1.29",
    "public.ecr.aws/nginx/nginx:1.29",
    "ghcr.io/${var.organization}/app:1",
    "localhost/app",
    "registry.example.com:5000/app@sha256:abc",
    "ecr.example.com/dkr.ecr.eu-west-1.amazonaws.com/app",
  ])("takes %s for one of another registry", (name) => {
    expect(classifyImage(name)).toEqual({ kind: "registry", name });
  });

  it("keeps the credentials of another registry", () => {
    expect(classifyImage("ghcr.io/a/b", "arn:secret")).toEqual({
      kind: "registry",
      name: "ghcr.io/a/b",
      credentialsParameter: "arn:secret",
    });
  });

  it.each([
    "${var.image}",
    "{{resolve:ssm:/orders/image}}",
    "{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64}}",
    "${TfToken[TOKEN.12]}",
    "${var.image}:1.4.2",
    "${var.registry}/orders:1",
    "orders-${var.stage}",
    "${local.host}.example.com/app",
  ])("does not guess what %s is", (name) => {
    expect(classifyImage(name)).toBeUndefined();
  });
});
