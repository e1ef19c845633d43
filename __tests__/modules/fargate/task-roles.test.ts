import { describe, expect, it } from "vitest";
import {
  ContainerImage,
  EndpointPlan,
  FargateService,
  type FargateServiceProps,
  type FargateTask,
  FargateTaskDefinition,
  PrivateNetwork,
  VpcEndpoints,
} from "../../../modules";
import { configurationErrorOf } from "../../support/configuration-error-of";
import { ordersTask } from "../../support/orders";
import { parsed, type SynthesizedStack, synth } from "../../support/synth";
import { issuesWith, TerraformFixture } from "../reachability/support/terraform-fixture";

const build = (props: Partial<FargateServiceProps> = {}) =>
  synth((scope) => {
    const network = new PrivateNetwork(scope, "network", { region: "eu-west-1" });
    const endpoints = new VpcEndpoints(scope, "endpoints", { network, services: EndpointPlan.forTasks([ordersTask]) });
    new FargateService(scope, "service", { network, endpoints, task: ordersTask, ...props });
    new FargateTaskDefinition(scope, "import", { network, endpoints, task: { ...ordersTask, family: "import" } });
  });
const trustOf = (stack: SynthesizedStack, path: string) => parsed(stack.at(path).attributes["assume_role_policy"]);
const anyTasks = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "ecs-tasks.amazonaws.com" }, Action: ["sts:AssumeRole"] }],
};
const ownTasks = (stack: SynthesizedStack, path: string, arnOf: (account: string) => string) => {
  const { address } = stack.dataSources.find((each) => each.path === path) ?? {};
  const account = `\${${address}.account_id}`;
  const Condition = {
    StringEquals: { "aws:SourceAccount": account },
    ArnLike: { "aws:SourceArn": arnOf(account) },
  };
  return { ...anyTasks, Statement: anyTasks.Statement.map((statement) => ({ ...statement, Condition })) };
};

describe("the trust of the task role", () => {
  it("is for tasks of the account in the Region, of a service and of a task definition", () => {
    const stack = build();
    for (const each of ["service", "import"]) {
      expect(trustOf(stack, `${each}/task-role/Resource`)).toEqual(
        ownTasks(stack, `${each}/arns/caller-identity`, (account) => `arn:aws:ecs:eu-west-1:${account}:*`),
      );
    }
  });

  it("names the partition of the Region", () => {
    const stack = synth((scope) => {
      const network = new PrivateNetwork(scope, "network", { region: "cn-north-1" });
      const image = ContainerImage.ecr("123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/orders");
      const task = { family: "import", containers: { api: { image } } } satisfies FargateTask;
      const endpoints = new VpcEndpoints(scope, "endpoints", { network, services: EndpointPlan.forTasks([task]) });
      new FargateTaskDefinition(scope, "import", { network, endpoints, task });
    }, "cn-north-1");
    expect(trustOf(stack, "import/task-role/Resource")).toEqual(
      ownTasks(stack, "import/arns/caller-identity", (account) => `arn:aws-cn:ecs:cn-north-1:${account}:*`),
    );
  });

  it("is for any task on request, and no account is looked up for it", () => {
    const stack = build({ taskRole: { trust: "any-tasks" } });
    expect(trustOf(stack, "service/task-role/Resource")).toEqual(anyTasks);
    expect(stack.dataSources.filter(({ path }) => path.startsWith("service/"))).toEqual([]);
  });

  it("is refused in other words", () => {
    const trust: string = "everybody";
    const error = configurationErrorOf(() => build({ taskRole: JSON.parse(JSON.stringify({ trust })) }));
    expect(error.issues).toMatchObject([
      { code: "role-option-invalid", path: "taskRole.trust", fix: 'write "own-tasks" or "any-tasks"' },
    ]);
  });

  it("lets ECS take it, as far as the proof sees, and not where it is about another Region", () => {
    const { text } = build();
    const prove = (json: string) => new TerraformFixture(JSON.parse(json)).prove();
    expect(prove(text).verdict).toBe("proved");
    expect(issuesWith(prove(text), "permissions-not-proved")).toEqual([]);
    const elsewhere = prove(text.replaceAll("arn:aws:ecs:eu-west-1:", "arn:aws:ecs:us-east-1:"));
    expect(issuesWith(elsewhere, "role-trust-missing")).toHaveLength(2);
  });
});

describe("the trust of the execution role", () => {
  it("has no condition, since no page says that ECS sends the keys for it", () => {
    expect(trustOf(build(), "service/execution-role/Resource")).toEqual(anyTasks);
  });
});
