import { describe, expect, it } from "vitest";
import type { Ask } from "../../../modules/asks/ask";
import { ecrPullAsks } from "../../../modules/asks/ecr-pull";
import { endpointStatements, statementsThrough } from "../../../modules/asks/endpoint-statements";

const reason = { text: "the image is pulled", failure: "the task stops" };
const pull = (platformVersion: "1.3.0" | "1.4.0") =>
  ecrPullAsks(
    {
      rule: "ecr-pull",
      path: "containers.api.image",
      repository: { kind: "repository", url: "orders" },
      token: reason,
      image: reason,
      layers: reason,
    },
    { platformVersion },
  );
const writing = {
  rightTo: ({ on }: { on: { kind: string } }) => ({ resources: [on.kind === "everything" ? "*" : `arn:${on.kind}`] }),
  arnOf: (role: string) => `arn:${role}`,
};
const ask: Ask = { rule: "declared-use", service: "sns", by: "task-role", path: "uses[0]", ...reason };
const by = (role: string) => ({ ArnLike: { "aws:PrincipalArn": `arn:${role}` } });

describe("what an endpoint admits of what is asked", () => {
  it("is each request for the role that makes it", () => {
    expect(endpointStatements(pull("1.4.0"), "ecr.dkr", writing)).toEqual([
      {
        sid: "EcrPull",
        principal: "*",
        actions: ["ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"],
        resources: ["arn:repository"],
        conditions: by("execution-role"),
      },
      {
        sid: "EcrToken",
        principal: "*",
        actions: ["ecr:GetAuthorizationToken"],
        resources: ["*"],
        conditions: by("execution-role"),
      },
    ]);
  });

  it("is the same at both endpoints of ECR, as AWS advises", () => {
    const [api, dkr] = (["ecr.api", "ecr.dkr"] as const).map((name) =>
      endpointStatements(pull("1.4.0"), name, writing),
    );
    expect(api).toEqual(dkr);
  });

  it("leaves out what goes through an interface of Fargate's", () => {
    expect(endpointStatements(pull("1.3.0"), "ecr.api", writing).map(({ sid }) => sid)).toEqual(["EcrPull"]);
  });

  it("is a layer of an image for everybody, since ECR signs the request", () => {
    expect(endpointStatements(pull("1.4.0"), "s3", writing)).toEqual([
      { sid: "EcrPull", principal: "*", actions: ["s3:GetObject"], resources: ["arn:image-layers"] },
    ]);
  });

  it("is every action of the service where it is not known what is asked, for the role alone", () => {
    expect(endpointStatements([ask], "sns", writing)).toEqual([
      { sid: "DeclaredUse", principal: "*", actions: ["sns:*"], resources: ["*"], conditions: by("task-role") },
    ]);
  });

  it("leaves out what the service itself asks of a key", () => {
    const requests = [
      { sid: "S3Read", actions: ["s3:GetObject"], on: { kind: "everything" } },
      { sid: "S3ReadKey", actions: ["kms:Decrypt"], on: { kind: "key", key: "a" }, ofKey: true },
    ] as const;
    const statements = endpointStatements([{ ...ask, service: "s3", requests }], "s3", writing);
    expect(statements.map(({ sid }) => sid)).toEqual(["S3Read"]);
  });

  it("is nothing of what is asked elsewhere", () => {
    expect(endpointStatements([ask], "sqs", writing)).toEqual([]);
  });

  it("keeps the conditions of what is asked beside that on the role", () => {
    const conditions = { "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/exec" } };
    const rightTo = () => ({ resources: ["arn:key/*"], conditions });
    expect(endpointStatements([ask], "sns", { ...writing, rightTo })[0]?.conditions).toEqual({
      ...conditions,
      ...by("task-role"),
    });
  });
});

describe("what an endpoint admits of the statements of a role", () => {
  const statements = [
    { sid: "Read", actions: ["s3:GetObject", "dynamodb:GetItem"], resources: ["arn:a"] },
    { actions: ["S3:PutObject"] },
    { effect: "Deny", actions: ["s3:*"] },
    { actions: ["*"], conditions: { StringEquals: { "aws:RequestedRegion": "eu-west-1" } } },
  ] as const;

  it("is those of their actions that go to its service, however they are written", () => {
    expect(statementsThrough(statements, "s3", "arn:task")).toEqual([
      { sid: "Read", principal: "*", actions: ["s3:GetObject"], resources: ["arn:a"], conditions: by("task") },
      { sid: "TaskRole", principal: "*", actions: ["S3:PutObject"], resources: ["*"], conditions: by("task") },
      {
        sid: "TaskRole",
        principal: "*",
        actions: ["*"],
        resources: ["*"],
        conditions: { StringEquals: { "aws:RequestedRegion": "eu-west-1" }, ...by("task") },
      },
    ]);
  });

  it("goes by the prefix of its actions, which need not be its name", () => {
    const [through] = statementsThrough(
      [{ actions: ["ecr:PutImage", "cloudwatch:PutMetricData"] }],
      "monitoring",
      "arn:task",
    );
    expect(through?.actions).toEqual(["cloudwatch:PutMetricData"]);
  });
});
