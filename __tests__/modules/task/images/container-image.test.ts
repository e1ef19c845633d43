import { describe, expect, it } from "vitest";
import { ContainerImage, imageName } from "../../../../modules/task/images/container-image";
import { REPOSITORY_URL } from "../../../support/orders";
import { STRING_TOKENS } from "../../../support/tokens";

const ARN = "arn:aws:ecr:eu-west-1:123456789012:repository/orders";

describe("ContainerImage.ecr", () => {
  it("takes the URL of a repository", () => {
    expect(ContainerImage.ecr(REPOSITORY_URL)).toEqual({ kind: "ecr", repositoryUrl: REPOSITORY_URL });
  });

  it("takes the URL and the ARN of a repository, whatever else it is", () => {
    const repository = { repositoryUrl: REPOSITORY_URL, arn: ARN, id: "orders" };
    expect(ContainerImage.ecr(repository, { tag: "1.4.2" })).toEqual({
      kind: "ecr",
      repositoryUrl: REPOSITORY_URL,
      repositoryArn: ARN,
      tag: "1.4.2",
    });
  });

  it("takes a repository whose URL and ARN are getters, as the provider's are", () => {
    class Repository {
      get repositoryUrl() {
        return REPOSITORY_URL;
      }
      get arn() {
        return ARN;
      }
    }
    expect(ContainerImage.ecr(new Repository())).toMatchObject({ repositoryUrl: REPOSITORY_URL, repositoryArn: ARN });
  });

  it.each(STRING_TOKENS)("takes %s for a URL", (_name, token) => {
    expect(ContainerImage.ecr(token).repositoryUrl).toBe(token);
  });
});

describe("imageName", () => {
  it.each([
    ["no version", {}, ""],
    ["a tag", { tag: "1.4.2" }, ":1.4.2"],
    ["a digest", { digest: "sha256:abc" }, "@sha256:abc"],
    ["both", { tag: "1.4.2", digest: "sha256:abc" }, ":1.4.2@sha256:abc"],
  ])("writes an ECR image with %s", (_what, version, end) => {
    expect(imageName(ContainerImage.ecr(REPOSITORY_URL, version))).toBe(`${REPOSITORY_URL}${end}`);
  });

  it("leaves the name of any other image as it is", () => {
    expect(imageName(ContainerImage.registry("docker.io/library/nginx:1.29"))).toBe("docker.io/library/nginx:1.29");
  });
});
