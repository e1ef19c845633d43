import { describe, expect, it } from "vitest";
import { ContainerImage } from "../../../../modules";
import { issuesOf, plannedBy, taskWith } from "../../../support/planned";

const HOST = "123456789012.dkr.ecr.eu-west-1.amazonaws.com";
const NOTE = "note pull-through-cache-first-pull containers.api.image";
const of = (repository: string, version = {}) =>
  taskWith({ image: ContainerImage.ecr(`${HOST}/${repository}`, version) });

describe("a repository below a prefix that ECR proposes for pull-through caches", () => {
  it.each(["ecr-public/nginx/nginx", "docker-hub/library/nginx", "quay/tool/web", "github/owner/app"])(
    "gets a note, and the endpoints of any other: %s",
    (repository) => {
      expect(issuesOf(of(repository))).toEqual([NOTE]);
      expect(plannedBy("ecr-pull", of(repository))).toEqual(["s3", "ecr.api", "ecr.dkr"]);
    },
  );

  it("gets one where the account is written later", () => {
    const image = ContainerImage.ecr('${var.accounts["a/b"]}.dkr.ecr.eu-west-1.amazonaws.com/quay/tool/web');
    expect(issuesOf(taskWith({ image }))).toEqual([NOTE]);
  });

  it.each(["docker-hub", "quayside/web", "team/quay/web", "githubber/app"])(
    "is no other repository: %s",
    (repository) => {
      expect(issuesOf(of(repository))).toEqual([]);
    },
  );

  it("gets none where somebody has said whether a rule fills it, or where the network has a way out", () => {
    expect(issuesOf(of("quay/web", { pullThroughCache: false }))).toEqual([]);
    expect(issuesOf(of("quay/web", { pullThroughCache: true }))).toEqual([
      "warning pull-through-cache-first-pull containers.api.image",
    ]);
    expect(issuesOf(of("quay/web"), { wayOut: "nat-gateway" })).toEqual([]);
  });
});
