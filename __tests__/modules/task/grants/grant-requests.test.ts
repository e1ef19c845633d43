import { describe, expect, it } from "vitest";
import type { UncheckedGrant } from "../../../../modules/task/grants/grant";
import { grantRequests } from "../../../../modules/task/grants/grant-requests";

const requestsOf = (grant: UncheckedGrant, arn: string) =>
  grantRequests(grant, arn, 3).map(({ sid, actions, granted, on }) => ({ sid, actions, granted, on }));

describe("the requests of a grant", () => {
  it("are those of a word of access, which gives more than is asked of the proof", () => {
    const arn = "arn:aws:sqs:eu-west-1:123456789012:jobs";
    expect(requestsOf({ service: "sqs", access: "send", on: arn }, arn)).toEqual([
      {
        sid: "SqsSend",
        actions: ["sqs:SendMessage"],
        granted: ["sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:SendMessage"],
        on: { kind: "resource", arn },
      },
    ]);
  });

  it.each([
    ["arn:aws:s3:::bucket", "arn:aws:s3:::bucket/*", "arn:aws:s3:::bucket"],
    ["arn:aws:s3:::bucket/*", "arn:aws:s3:::bucket/*", "arn:aws:s3:::bucket"],
    ["arn:aws:s3:::bucket/in", "arn:aws:s3:::bucket/in/*", "arn:aws:s3:::bucket"],
    ["${aws_s3_bucket.a.arn}", "${aws_s3_bucket.a.arn}/*", "${aws_s3_bucket.a.arn}"],
  ])("to read the objects of %s are about %s, and may list the bucket", (arn, objects, bucket) => {
    expect(requestsOf({ service: "s3", access: "read", on: arn }, arn)).toMatchObject([
      { sid: "S3Read", actions: ["s3:GetObject"], on: { arn: objects } },
      { sid: "S3ReadOf", actions: [], granted: ["s3:GetBucketLocation", "s3:ListBucket"], on: { arn: bucket } },
    ]);
  });

  it("give the indexes of a table as well, and do not ask whether there are any", () => {
    const arn = "arn:aws:dynamodb:eu-west-1:123456789012:table/orders";
    const [table, indexes] = requestsOf({ service: "dynamodb", access: "read", on: arn }, arn);
    expect(table).toMatchObject({ actions: ["dynamodb:GetItem", "dynamodb:Query"], on: { arn } });
    expect(indexes).toMatchObject({ actions: [], granted: table?.granted, on: { arn: `${arn}/index/*` } });
  });

  it.each(["/index/*", "/index/by-customer"])("give what %s of a table is, and no index of an index", (index) => {
    const arn = `\${aws_dynamodb_table.orders.arn}${index}`;
    expect(requestsOf({ service: "dynamodb", access: "read", on: arn }, arn).map(({ on }) => on)).toEqual([
      { kind: "resource", arn },
    ]);
  });

  it.each([
    ["arn:aws:lambda:eu-west-1:123456789012:function:orders", ["", ":*"]],
    ["arn:aws:lambda:eu-west-1:123456789012:function:orders:live", [""]],
    ["${aws_lambda_function.orders.arn}", ["", ":*"]],
    ["${aws_lambda_function.orders.arn}:live", [""]],
    ["${aws_lambda_alias.live.arn}", ["", ":*"]],
  ])("give the versions of the function %s as well", (arn, ends) => {
    const requests = requestsOf({ service: "lambda", access: "invoke", on: arn }, arn);
    expect(requests.map(({ on }) => on)).toEqual(ends.map((end) => ({ kind: "resource", arn: `${arn}${end}` })));
  });

  const [DECRYPT, GENERATE] = ["kms:Decrypt", "kms:GenerateDataKey"];
  it.each<[grant: Pick<UncheckedGrant, "service" | "access">, actions: string[], granted: string[], mayLack: boolean]>([
    [{ service: "s3", access: "read" }, [DECRYPT], [DECRYPT], false],
    [{ service: "s3", access: "write" }, [GENERATE], [DECRYPT, GENERATE], false],
    [{ service: "sqs", access: "consume" }, [DECRYPT], [DECRYPT], false],
    [{ service: "sqs", access: "send" }, [DECRYPT, GENERATE], [DECRYPT, GENERATE], false],
    [{ service: "sns", access: "send" }, [DECRYPT, GENERATE], [DECRYPT, GENERATE], false],
    [{ service: "kinesis-streams", access: "send" }, [GENERATE], [GENERATE], false],
    [{ service: "secretsmanager", access: "read" }, [DECRYPT], [DECRYPT], false],
    [{ service: "dynamodb", access: "write" }, [DECRYPT], [DECRYPT], true],
  ])("are of its key what the service asks for %j", (grant, actions, granted, mayLack) => {
    const key = "arn:aws:kms:eu-west-1:123456789012:key/0a1b";
    const on = "arn:aws:any:::thing";
    const ofKey = { actions, granted, on: { kind: "resource", arn: key }, mayLack };
    const found = grantRequests({ ...grant, on, key }, on, 0).filter((request) => request.ofKey === true);
    expect(found).toMatchObject([ofKey]);
    expect(grantRequests({ ...grant, on }, on, 0).some((request) => request.ofKey === true)).toBe(false);
  });

  it("are exactly the actions that are listed, in a statement of the grant's own", () => {
    const grant = { service: "ecr.api", actions: ["ecr:DescribeImages"], on: "*" };
    expect(requestsOf(grant, "*")).toEqual([
      { sid: "EcrApiGrant3", actions: ["ecr:DescribeImages"], granted: undefined, on: { kind: "everything" } },
    ]);
  });
});
