import { describe, expect, it } from "vitest";
import { EndpointPlan, type Grant } from "../../../../modules";
import { issuesOf, plannedBy, taskWith } from "../../../support/planned";

const QUEUE = "arn:aws:sqs:eu-west-1:123456789012:jobs";
const granting = (...grants: Grant[]) => taskWith({}, { grants });

describe("the rule grant", () => {
  it("plans the endpoint of what is granted, S3 and DynamoDB as gateways, with the reason", () => {
    const { endpoints } = EndpointPlan.forTasks([
      granting(
        { service: "sqs", access: "consume", on: QUEUE },
        { service: "dynamodb", access: ["read", "write"], on: "arn:aws:dynamodb:eu-west-1:123456789012:table/orders" },
        { service: "bedrock-runtime", actions: ["bedrock:ApplyGuardrail"], on: "*" },
      ),
    ]);
    const granted = endpoints.flatMap(({ service, type, reasons }) =>
      reasons.filter(({ rule }) => rule === "grant").map(({ text, source }) => [service, type, text, source]),
    );
    expect(granted).toEqual([
      ["dynamodb", "Gateway", "the application calls Amazon DynamoDB (read, write)", "grants[1]"],
      ["bedrock-runtime", "Interface", "the application calls Amazon Bedrock (bedrock:ApplyGuardrail)", "grants[2]"],
      ["sqs", "Interface", "the application calls Amazon SQS (consume)", "grants[0]"],
    ]);
  });

  it("finds what lies in another Region", () => {
    const task = granting({ service: "sqs", access: "send", on: [QUEUE, QUEUE.replace("eu-west-1", "us-east-1")] });
    expect(issuesOf(task, { region: "eu-west-1" })).toEqual(["error other-region grants[0]"]);
    expect(plannedBy("grant", task, { region: "eu-west-1" })).toEqual(["sqs"]);
    expect(issuesOf(task)).toEqual([]);
  });

  it("says of STS what a declared use says", () => {
    expect(
      issuesOf(granting({ service: "sts", access: "assume", on: "arn:aws:iam::123456789012:role/other" })),
    ).toEqual(["note sts-global-host grants[0]"]);
  });

  it("corrects the name of a service", () => {
    const task = JSON.parse(
      JSON.stringify(granting({ service: "sqs", access: "send", on: QUEUE })).replace("sqs", "sqss"),
    );
    expect(issuesOf(task)).toEqual(["error service-unknown grants[0]"]);
  });
});
