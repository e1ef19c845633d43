import { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import type { TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import {
  EndpointPlan,
  type ExistingCluster,
  FargateService,
  type FargateTask,
  PrivateNetwork,
  VpcEndpoints,
  type VpcEndpointsProps,
} from "../../../modules";
import { ordersTask } from "../../support/orders";
import { synth } from "../../support/synth";
import { TerraformFixture } from "../reachability/support/terraform-fixture";

interface Wish {
  readonly task: Partial<Pick<FargateTask, "uses" | "executeCommand">>;
  readonly settings?: VpcEndpointsProps["settings"];
  readonly cluster?: ExistingCluster;
}

/** The comment of the task definition, and the proof, of a service in a network of its own. */
function declare(wish: (scope: TerraformStack) => Wish) {
  const stack = synth((scope) => {
    const { task: more, settings, cluster } = wish(scope);
    const task = { ...ordersTask, ...more };
    const network = new PrivateNetwork(scope, "network", { region: "eu-west-1" });
    const services = EndpointPlan.forTasks([task]);
    const endpoints = new VpcEndpoints(scope, "endpoints", {
      network,
      services,
      ...(settings === undefined ? {} : { settings }),
    });
    new FargateService(scope, "orders", { network, endpoints, task, ...(cluster === undefined ? {} : { cluster }) });
  });
  const terraform = new TerraformFixture(JSON.parse(stack.text));
  const comment = terraform.at(stack.only("aws_ecs_task_definition").address)["//"];
  const privateFargate: unknown =
    typeof comment === "object" && comment !== null && "privateFargate" in comment ? comment.privateFargate : undefined;
  return { privateFargate, proof: terraform.prove() };
}

const shared = { arn: "arn:aws:ecs:eu-west-1:123456789012:cluster/shared" };

describe("what a service says of its calls in a comment", () => {
  it("is nothing where its resources show everything", () => {
    expect(declare(() => ({ task: {} })).privateFargate).toBeUndefined();
    expect(declare(() => ({ task: { executeCommand: true } })).privateFargate).toBeUndefined();
  });

  it.each(["email-smtp", "mail-manager-smtp.auth.fips"] as const)(
    "are the ports of %s, so that it is proved",
    (service) => {
      const settings = { [service]: { ports: [587] } };
      const { privateFargate, proof } = declare(() => ({ task: { uses: [service] }, settings }));
      expect(privateFargate).toEqual({ uses: [service], ports: { [service]: [587] } });
      expect(proof.verdict).toBe("proved");
    },
  );

  it("is what a cluster of yours does with ECS Exec", () => {
    for (const executeCommand of [true, { s3BucketName: "sessions", kmsKeyId: "0a1b2c3d" }] as const) {
      const { privateFargate, proof } = declare(() => ({ task: { executeCommand }, cluster: shared }));
      expect(privateFargate).toEqual({ executeCommand });
      expect(proof.verdict).toBe("proved");
      expect(proof.conflicts).toEqual([]);
    }
  });

  it("takes what Terraform fills in", () => {
    const { privateFargate, proof } = declare((scope) => ({
      task: { executeCommand: { logging: "NONE", kmsKeyId: new KmsKey(scope, "key").arn } },
      cluster: shared,
    }));
    expect(privateFargate).toEqual({ executeCommand: { logging: "NONE", kmsKeyId: "${aws_kms_key.key.arn}" } });
    expect(proof.verdict).toBe("proved");
  });

  it("counts less than what the cluster shows", () => {
    const { proof } = declare((scope) => ({
      task: { executeCommand: { logging: "NONE", kmsKeyId: "0a1b2c3d" } },
      cluster: new EcsCluster(scope, "cluster", { name: "own" }),
    }));
    expect(proof.tasks[0]?.dependencies.map(({ service }) => service)).not.toContain("kms");
  });
});
