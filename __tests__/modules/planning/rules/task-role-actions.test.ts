import { describe, expect, it } from "vitest";
import type { PolicyStatement } from "../../../../modules";
import { EndpointPlan } from "../../../../modules/planning/plan/endpoint-plan";
import { planned, taskWith } from "../../../support/planned";

const hints = (statements: PolicyStatement[], uses: readonly ["sqs"] | undefined = undefined) => {
  const task = taskWith({}, { taskRoleStatements: statements, ...(uses && { uses }) });
  return EndpointPlan.forTasks([task]).issues.map(({ fix }) => /uses: \["(.+)"\]/.exec(fix)?.[1]);
};
const allow = (...actions: string[]): PolicyStatement => ({ actions, resources: ["*"] });

describe("the rule task-role-action", () => {
  it.each([
    ["kinesis:PutRecord", "kinesis-streams"],
    ["firehose:PutRecordBatch", "kinesis-firehose"],
    ["execute-api:Invoke", "execute-api"],
    ["ssm:GetParameter", "ssm"],
    ["ecr:*", undefined],
    ["sqs:ReceiveMessage", "sqs"],
    ["SQS:*", "sqs"],
    ["cloudwatch:PutMetricData", "monitoring"],
    ["bedrock:InvokeModel", "bedrock-runtime"],
    ["bedrock:ListFoundationModels", "bedrock"],
    ["servicediscovery:DiscoverInstances", "data-servicediscovery"],
    ["elasticfilesystem:ClientMount", undefined],
    ["*", undefined],
    ["nosuchservice:Get", undefined],
  ])("R25b: %s hints at %s", (action, service) => {
    expect(hints([allow(action)])).toEqual(service === undefined ? [] : [service]);
  });

  it("R25b: a hint is a note, plans nothing, and is given once for each service", () => {
    const task = taskWith({}, { taskRoleStatements: [allow("sqs:SendMessage", "sqs:ReceiveMessage"), allow("sqs:*")] });
    expect(planned(task)).toEqual(planned(taskWith({})));
    const { issues } = EndpointPlan.forTasks([task]);
    expect(issues).toMatchObject([{ code: "task-role-hint", severity: "note", path: "taskRoleStatements[0]" }]);
  });

  it("R25b: what a grant asks of its key, the service that is called asks", () => {
    const on = "arn:aws:sqs:eu-west-1:123456789012:jobs";
    const granted = (key?: string) => {
      const grant = { service: "sqs", access: "consume", on, ...(key === undefined ? {} : { key }) } as const;
      const task = taskWith({}, { taskRoleStatements: [allow("kms:Decrypt")], grants: [grant] });
      return EndpointPlan.forTasks([task], { region: "eu-west-1" }).issues.map(({ code }) => code);
    };
    expect(granted("arn:aws:kms:eu-west-1:123456789012:key/1")).toEqual([]);
    expect(granted()).toEqual(["task-role-hint"]);
  });

  it("R25b: what is planned already, and what is denied, is no hint", () => {
    expect(hints([allow("sqs:SendMessage")], ["sqs"])).toEqual([]);
    expect(hints([{ ...allow("sqs:SendMessage"), effect: "Deny" }])).toEqual([]);
    expect(hints([allow("s3:GetObject", "ecr:BatchGetImage")])).toEqual([]);
  });
});
