import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { describe, expect, it } from "vitest";
import { EndpointPlan, FargateService, type FargateTask, PrivateNetwork, VpcEndpoints } from "../../../../modules";
import { ordersTask } from "../../../support/orders";
import { parsed, synth } from "../../../support/synth";
import { TerraformFixture } from "../support/terraform-fixture";

/** A service whose application consumes from a queue of the same stack. */
function consuming() {
  const stack = synth((scope) => {
    const queue = new SqsQueue(scope, "queue", {});
    const task = {
      ...ordersTask,
      grants: [{ service: "sqs", access: "consume", on: queue.arn }],
    } satisfies FargateTask;
    const network = new PrivateNetwork(scope, "network", { region: "eu-west-1" });
    const endpoints = new VpcEndpoints(scope, "endpoints", { network, services: EndpointPlan.forTasks([task]) });
    new FargateService(scope, "service", { network, endpoints, task });
  });
  const policies = stack.all("aws_iam_role_policy");
  const policy = policies.find(({ attributes }) => JSON.stringify(attributes["policy"]).includes("SqsConsume"));
  return { stack, policy, terraform: new TerraformFixture(JSON.parse(stack.text)) };
}

const sqsOf = ({ tasks }: ReturnType<TerraformFixture["prove"]>) =>
  tasks[0]?.dependencies.find(({ service }) => service === "sqs");

describe("the grants in the comment of a task definition", () => {
  it("are a right of the task role, and a call that is proved to its end", () => {
    const { policy, stack, terraform } = consuming();
    expect(parsed(policy?.attributes["policy"])).toMatchObject({
      Statement: [
        {
          Sid: "SqsConsume",
          Action: [
            "sqs:ChangeMessageVisibility",
            "sqs:DeleteMessage",
            "sqs:GetQueueAttributes",
            "sqs:GetQueueUrl",
            "sqs:ReceiveMessage",
          ],
          Resource: [`\${${stack.only("aws_sqs_queue").address}.arn}`],
        },
      ],
    });
    const proof = terraform.prove();
    expect(proof.verdict).toBe("proved");
    expect(JSON.stringify(sqsOf(proof))).toContain("may sqs:DeleteMessage, sqs:ReceiveMessage");
  });

  it("break the proof where the role lacks the right, and the message names what is missing", () => {
    const { policy, terraform } = consuming();
    const narrowed = String(policy?.attributes["policy"]).replace("sqs:ReceiveMessage", "sqs:SendMessage");
    const proof = terraform.set(policy?.address ?? "", { policy: narrowed }).prove();
    expect(proof.verdict).toBe("broken");
    expect(sqsOf(proof)?.issue?.problem).toMatch(/allows sqs:ReceiveMessage on \$\{aws_sqs_queue\.[\w-]+\.arn\}/);
  });

  it("leave it open where a policy of the queue itself may give the right", () => {
    const { policy, stack, terraform } = consuming();
    const queue = stack.only("aws_sqs_queue").address;
    const proof = terraform
      .remove(policy?.address ?? "")
      .add("aws_sqs_queue_policy.own", { queue_url: `\${${queue}.url}`, policy: "{}" })
      .prove();
    expect(sqsOf(proof)?.verdict).toBe("proved");
    expect(JSON.stringify(proof)).toContain("itself may allow sqs:");
  });

  it("cannot be asked of a pattern of actions, which is left open unless the role has them all", () => {
    const { stack, terraform } = consuming();
    const definition = stack.only("aws_ecs_task_definition").address;
    const grant = (actions: string) => ({
      "//": { privateFargate: { grants: [{ service: "sqs", actions: [actions], on: "*" }] } },
    });
    const withActions = (actions: string) => JSON.stringify(terraform.set(definition, grant(actions)).prove());
    expect(withActions("sqs:*")).not.toContain("may sqs:");
    expect(withActions("sqs:*")).not.toContain("${?}");
  });

  it("break the proof where the endpoint is taken away", () => {
    const { stack, terraform } = consuming();
    const endpoint = stack
      .all("aws_vpc_endpoint")
      .find(({ attributes }) => String(attributes["service_name"]).endsWith(".sqs"));
    const proof = terraform.remove(endpoint?.address ?? "").prove();
    expect(sqsOf(proof)?.verdict).toBe("broken");
  });
});

describe("the key in a grant", () => {
  const KEY = "aws_kms_key.key";
  const keyed = (policy?: string) => {
    const stack = synth((scope) => {
      const key = new KmsKey(scope, "key", policy === undefined ? {} : { policy });
      const queue = new SqsQueue(scope, "queue", { kmsMasterKeyId: key.id });
      const grants = [{ service: "sqs", access: "send", on: queue.arn, key: key.arn }] as const;
      const task = { ...ordersTask, grants } satisfies FargateTask;
      const network = new PrivateNetwork(scope, "network", { region: "eu-west-1" });
      const services = EndpointPlan.forTasks([task]);
      expect(services.endpoints.map(({ service }) => service)).not.toContain("kms");
      // A policy of the endpoint sees what goes to SQS, and not what SQS asks of KMS.
      const settings = { sqs: { policy: [{ principal: "*", actions: ["sqs:*"], resources: ["*"] }] } } as const;
      const endpoints = new VpcEndpoints(scope, "endpoints", { network, services, settings });
      new FargateService(scope, "service", { network, endpoints, task });
    });
    const role = stack.at("service/task-role/policy");
    return { role, terraform: new TerraformFixture(JSON.parse(stack.text)) };
  };

  it("is a right of the task role beside that to the thing, and both are proved", () => {
    const { role, terraform } = keyed();
    expect(parsed(role.attributes["policy"])).toMatchObject({
      Statement: [
        { Sid: "SqsSend" },
        { Sid: "SqsSendKey", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: [`\${${KEY}.arn}`] },
      ],
    });
    expect(terraform.prove().verdict).toBe("proved");
    expect(JSON.stringify(sqsOf(terraform.prove()))).toContain("may sqs:SendMessage, kms:Decrypt, kms:GenerateDataKey");
  });

  it("breaks the proof where the role lacks the right to it", () => {
    const { role, terraform } = keyed();
    const narrowed = String(role.attributes["policy"]).replace("kms:GenerateDataKey", "kms:DescribeKey");
    const { verdict, issue } = sqsOf(terraform.set(role.address, { policy: narrowed }).prove()) ?? {};
    expect([verdict, issue?.code, issue?.path]).toEqual(["broken", "permission-missing", expect.any(String)]);
    expect(issue?.problem).toContain(`kms:GenerateDataKey on \${${KEY}.arn}`);
  });

  it("breaks it where the key's own policy lets no role use it", () => {
    const nobody = JSON.stringify({
      Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "kms:List*", Resource: "*" }],
    });
    expect(sqsOf(keyed().terraform.set(KEY, { policy: nobody }).prove())?.issue?.problem).toContain("kms:");
    expect(sqsOf(keyed().terraform.set(KEY, { policy: nobody }).prove())?.verdict).toBe("broken");
  });

  it.each([
    ["through SQS", "sqs.eu-west-1.amazonaws.com", "proved"],
    ["through S3 only", "s3.eu-west-1.amazonaws.com", "broken"],
  ])("asks the role for the right %s", (_, service, verdict) => {
    const { role, terraform } = keyed();
    const limited = JSON.parse(String(role.attributes["policy"]));
    for (const statement of limited.Statement) {
      if (statement.Sid === "SqsSendKey") statement.Condition = { StringEquals: { "kms:ViaService": service } };
    }
    expect(sqsOf(terraform.set(role.address, { policy: JSON.stringify(limited) }).prove())?.verdict).toBe(verdict);
  });
});
