import { describe, expect, it } from "vitest";
import type { PlanSurroundings } from "../../../modules";
import type { Ask } from "../../../modules/asks/ask";
import { asksToRegion } from "../../../modules/asks/asks-to-region";

const PATH = "containers.api.image";
const pull: Ask = {
  rule: "ecr-pull",
  by: "execution-role",
  service: "ecr.dkr",
  text: "it pulls the image",
  failure: "it does not start",
  path: PATH,
};
const layers: Ask = { ...pull, service: "s3", text: "it pulls the layers" };
const thing = { name: "the repository", fix: "replicate it" };

const found = (region: string | undefined, surroundings: PlanSurroundings) => [
  ...asksToRegion([pull, layers], region, { surroundings }, thing),
];
const endpoint = (service: "ecr.dkr" | "s3", type: "Interface" | "Gateway" = "Interface") => ({
  ...{ service, type, serviceRegion: "us-east-1" },
});

describe("what is asked of another Region", () => {
  it.each([
    ["the task's own", "eu-west-1", { region: "eu-west-1" }],
    ["not said", undefined, { region: "eu-west-1" }],
    ["beside one that is not known", "us-east-1", {}],
    ["Terraform's to fill in", "${var.region}", { region: "eu-west-1" }],
  ])("are as they are where it is %s", (_, region, surroundings) => {
    expect(found(region, surroundings)).toEqual([pull, layers]);
  });

  it("go through interface endpoints that lead there", () => {
    const endpoints = [endpoint("ecr.dkr"), endpoint("s3")];
    expect(found("us-east-1", { region: "eu-west-1", endpoints })).toEqual([
      { ...pull, type: "Interface", region: "us-east-1", text: "it pulls the image, in us-east-1" },
      { ...layers, type: "Interface", region: "us-east-1", text: "it pulls the layers, in us-east-1" },
    ]);
  });

  it("are out of reach without, and one issue says which endpoint is missing", () => {
    const endpoints = [endpoint("ecr.dkr"), endpoint("s3", "Gateway")];
    expect(found("us-east-1", { region: "eu-west-1", endpoints })).toMatchObject([
      { service: "ecr.dkr" },
      {
        unreachable: {
          ...{ code: "other-region", path: PATH },
          problem: "the repository is in us-east-1, the task in eu-west-1",
          fix: expect.stringMatching(/^replicate it; or name the endpoints .*service: "s3"/),
        },
      },
    ]);
  });

  it("are out of reach for good where the service has no endpoints across Regions", () => {
    const toEfs: Ask = { ...pull, service: "elasticfilesystem" };
    const [only, ...others] = asksToRegion([toEfs], "us-east-1", { surroundings: { region: "eu-west-1" } }, thing);
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      unreachable: {
        code: "other-region",
        fix: "replicate it",
        why: expect.stringContaining("not among the services"),
      },
    });
  });
});
