import { describe, expect, it } from "vitest";
import { FargateService } from "../../../modules";
import { checkClusterArn } from "../../../modules/fargate/check-numbers";
import type { Issue } from "../../../modules/issues/issue";
import { configurationErrorOf } from "../../support/configuration-error-of";
import { legacyNetwork, ordersTask } from "../../support/orders";
import { newStack } from "../../support/synth";

const TOKEN = "${var.value}";
const fixes = (issues: Iterable<Issue>) => Array.from(issues, ({ code, fix }) => `${code}: ${fix}`);

describe("numbers of a service", () => {
  it("takes the ARN of a cluster, in each partition, or what Terraform fills in", () => {
    const arns = ["aws", "aws-cn", "aws-us-gov"].map((each) => `arn:${each}:ecs:eu-west-1:123456789012:cluster/shop`);
    for (const arn of [...arns, TOKEN]) expect(fixes(checkClusterArn(arn, "cluster.arn"))).toEqual([]);
    for (const arn of ["shop", "arn:aws:ecs:eu-west-1:123456789012:service/shop", ""]) {
      expect(fixes(checkClusterArn(arn, "cluster.arn"))[0]).toContain("cluster-arn-malformed");
    }
  });

  it("are told together, at the place of each", () => {
    const { issues } = configurationErrorOf(
      () =>
        new FargateService(newStack(), "orders", {
          network: legacyNetwork,
          task: ordersTask,
          logGroup: { retentionInDays: 31 },
          cluster: { arn: "shop" },
        }),
    );
    expect(issues.map(({ path }) => path).sort()).toEqual(["cluster.arn", "logGroup.retentionInDays"]);
  });
});
