import { describe, expect, it } from "vitest";
import type { Thing } from "../../../modules/asks/thing";
import { rightToThing } from "../../../modules/asks/thing-arns";

const place = {
  partition: "aws",
  region: "eu-west-1",
  accountId: () => "123456789012",
  logGroup: { arn: () => "arn:aws:logs:eu-west-1:123456789012:log-group:/own", name: () => "/own" },
};
const own = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:123456789012:${resource}`;

/** Things, and what a statement about each is about. */
const THINGS: readonly (readonly [thing: Thing, resource: string])[] = [
  [{ kind: "everything" }, "*"],
  [
    { kind: "repository", url: "210987654321.dkr.ecr.us-east-1.amazonaws.com/a/b" },
    "arn:aws:ecr:us-east-1:210987654321:repository/a/b",
  ],
  [{ kind: "repository", url: "anything", arn: "arn:given" }, "arn:given"],
  [{ kind: "guardduty-repository" }, "arn:aws:ecr:eu-west-1:*:repository/aws-guardduty-agent-fargate"],
  [{ kind: "image-layers" }, "arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/*"],
  [{ kind: "parameter", parameter: "/a/b" }, own("ssm", "parameter/a/b")],
  [{ kind: "parameter", parameter: "a" }, own("ssm", "parameter/a")],
  [{ kind: "parameter", parameter: "arn:written" }, "arn:written"],
  [{ kind: "secret", secret: "orders" }, own("secretsmanager", "secret:orders-??????")],
  [{ kind: "secret", secret: "arn:written-AbCdEf" }, "arn:written-AbCdEf"],
  [{ kind: "secret", secret: "arn:without" }, "arn:without-??????"],
  [{ kind: "log-streams" }, own("logs", "log-group:/own:*")],
  [{ kind: "log-group", name: "/named" }, own("logs", "log-group:/named:*")],
  [{ kind: "log-streams", region: "us-east-1" }, "arn:aws:logs:us-east-1:123456789012:log-group:/own:*"],
  [{ kind: "object", objectArn: "arn:aws:s3:::a/b.env" }, "arn:aws:s3:::a/b.env"],
  [{ kind: "bucket-of-object", objectArn: "arn:aws:s3:::a/b/c.env" }, "arn:aws:s3:::a"],
  [{ kind: "bucket", name: "a" }, "arn:aws:s3:::a"],
  [{ kind: "objects-in-bucket", name: "a" }, "arn:aws:s3:::a/*"],
  [{ kind: "resource", arn: "arn:any*" }, "arn:any*"],
  [{ kind: "key", key: "0a1b" }, own("kms", "key/0a1b")],
  [{ kind: "key", key: "arn:written" }, "arn:written"],
  [{ kind: "file-system", arn: "arn:files" }, "arn:files"],
];

describe("what a statement is about", () => {
  it.each(THINGS)("of %j is %s", (thing, resource) => {
    expect(rightToThing(thing, place)).toEqual({ resources: [resource] });
  });

  it("is any key of an alias, under the condition that it has the alias", () => {
    const conditions = { "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/a" } };
    expect(rightToThing({ kind: "key", key: "alias/a" }, place)).toEqual({
      resources: [own("kms", "key/*")],
      conditions,
    });
    const elsewhere = "arn:aws:kms:us-east-1:210987654321:";
    expect(rightToThing({ kind: "key", key: `${elsewhere}alias/a` }, place)).toEqual({
      resources: [`${elsewhere}key/*`],
      conditions,
    });
  });

  it("is a file system by its access point alone, where it has one", () => {
    expect(rightToThing({ kind: "file-system", arn: "arn:files", accessPointArn: "arn:point" }, place)).toEqual({
      resources: ["arn:files"],
      conditions: { StringEquals: { "elasticfilesystem:AccessPointArn": "arn:point" } },
    });
  });

  it("asks for the account only where an ARN has it", () => {
    const withoutAccount = { ...place, accountId: () => expect.unreachable("the account is asked for") };
    expect(rightToThing({ kind: "bucket", name: "a" }, withoutAccount).resources).toEqual(["arn:aws:s3:::a"]);
  });
});
