import { describe, expect, it } from "vitest";
import { container, isolatedNetwork, policy, rule, taskDefinition, withNatGateway } from "../support/isolated-network";
import { issuesWith, type TerraformFixture } from "../support/terraform-fixture";

const CODE = "pull-through-cache-first-pull";

/** The network with a rule, and a task with an image of ECR. */
function withCache(prefix: string, repository: string, network = isolatedNetwork()): TerraformFixture {
  const image = `123456789012.dkr.ecr.eu-west-1.amazonaws.com/${repository}:3`;
  return network
    .add("aws_ecs_task_definition.orders", taskDefinition([container({ image })]))
    .add("aws_ecr_pull_through_cache_rule.own", { ecr_repository_prefix: prefix, upstream_registry_url: "quay.io" });
}

describe("an image below the prefix of a pull-through cache rule", () => {
  it.each([
    ["quay", "quay/tool/web"],
    ["team/quay", "team/quay/web"],
    ["ROOT", "tool/web"],
  ])("is warned of, since the first pull leaves the network: %s, %s", (prefix, repository) => {
    const proof = withCache(prefix, repository).prove();
    expect(issuesWith(proof, CODE)).toMatchObject([
      { severity: "warning", path: expect.stringContaining("aws_ecs_task_definition.orders") },
    ]);
    expect(proof.verdict).toBe("proved");
  });

  it.each([
    ["quay", "quayside/web"],
    ["quay", "tool/quay/web"],
    ["${var.prefix}", "cached/web"],
  ])("is no other image: %s, %s", (prefix, repository) => {
    expect(issuesWith(withCache(prefix, repository).prove(), CODE)).toEqual([]);
  });

  it("is a note where there is a way out", () => {
    const network = withNatGateway(isolatedNetwork()).add(
      "aws_vpc_security_group_egress_rule.all",
      rule("task", { cidr_ipv4: "0.0.0.0/0" }),
    );
    expect(issuesWith(withCache("quay", "quay/web", network).prove(), CODE)).toMatchObject([{ severity: "note" }]);
  });

  it("breaks nothing where an endpoint admits the pull only, since the image may be in the cache", () => {
    const actions = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:BatchCheckLayerAvailability"];
    const network = isolatedNetwork().set("aws_vpc_endpoint.ecr_dkr", {
      policy: policy({ Effect: "Allow", Principal: "*", Action: actions, Resource: "*" }),
    });
    expect(withCache("quay", "quay/web", network).prove().verdict).toBe("proved");
  });
});
