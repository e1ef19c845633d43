import { describe, expect, it } from "vitest";
import { type ExecuteCommandOptions, LogDriver } from "../../../../modules";
import { plannedBy, taskWith } from "../../../support/planned";

const planned = (executeCommand: true | ExecuteCommandOptions, logDriver: LogDriver = LogDriver.none()) =>
  plannedBy("execute-command", taskWith({ logDriver }, { executeCommand }));

describe("the rule execute-command", () => {
  it("R11: ECS Exec needs ssmmessages", () => {
    expect(planned(true)).toEqual(["ssmmessages"]);
    expect(plannedBy("execute-command", taskWith({}))).toEqual([]);
  });

  it("R11a: its log in CloudWatch Logs needs logs", () => {
    expect(planned(true, LogDriver.awslogs())).toEqual(["logs", "ssmmessages"]);
    expect(planned({ cloudWatchLogGroupName: "/exec" })).toEqual(["logs", "ssmmessages"]);
    expect(planned({ logging: "NONE" }, LogDriver.awslogs())).toEqual(["ssmmessages"]);
    expect(planned({ logging: "DEFAULT", cloudWatchLogGroupName: "/exec" })).toEqual(["ssmmessages"]);
  });

  it("R11b: its log in S3 needs s3", () => {
    expect(planned({ s3BucketName: "exec" })).toEqual(["s3", "ssmmessages"]);
    expect(planned({ logging: "NONE", s3BucketName: "exec" })).toEqual(["ssmmessages"]);
  });

  it("R11c: a key needs kms", () => {
    expect(planned({ logging: "NONE", kmsKeyId: "alias/exec" })).toEqual(["kms", "ssmmessages"]);
  });
});
